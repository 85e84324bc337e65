using Workflows.Definitions.Checks.Expressions;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Time;

/// <summary>Which flows of a called process a matter can take: one that asks for a site visit is not taken for a matter without one.</summary>
internal sealed class MatterPaths(MatterDefinition matter, ProcessDefinition process)
{
    private readonly StepOutcomes outcomes = new(process.Content.Descendants());

    /// <summary>False only where no outcome of the steps before can meet the condition, whatever else is decided.</summary>
    public bool CanTake(SequenceFlow flow)
    {
        if (ParsedFeel.Of(flow.Condition) is not { } condition || outcomes.Combinations([condition], CaseVariables.Matter) is not { } combinations)
        {
            return true;
        }

        var facts = MatterFacts.Of(matter);
        return combinations.Any(combination => condition.Evaluate(StepOutcomes.Variables(combination).With(CaseVariables.Matter, facts)).IsTrue);
    }
}
