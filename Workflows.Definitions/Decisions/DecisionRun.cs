using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions;

/// <summary>One walk through the requirements graph: each decision is made once.</summary>
/// <param name="known">Values of inputs, and of decisions that are taken as given.</param>
internal sealed class DecisionRun(Evaluation run, Dictionary<DrgElement, FeelValue> known)
{
    /// <summary>The value of a decision, after those that it requires.</summary>
    public FeelValue Decision(DecisionElement target)
    {
        // A stack of our own: a chain of requirements may be longer than the machine's stack.
        var open = new Stack<(DecisionElement Decision, bool Ready)>([(target, false)]);

        while (open.TryPop(out var next))
        {
            if (known.ContainsKey(next.Decision))
            {
                continue;
            }

            if (next.Ready)
            {
                known[next.Decision] = Made(next.Decision);
                continue;
            }

            run.Spend(1 + next.Decision.Requirements.Count);
            open.Push((next.Decision, true));

            foreach (var required in next.Decision.Requirements)
            {
                if (required.Element is DecisionElement decision)
                {
                    open.Push((decision, false));
                }
            }
        }

        return known[target];
    }

    /// <summary>The one output's value, or a context of the outputs.</summary>
    public FeelValue Service(ServiceElement service) => service.Outputs is [var only]
        ? Conformed(run, service, Decision(only))
        : Conformed(run, service, new FeelContext(service.Outputs.Select(output => KeyValuePair.Create(output.Name, Decision(output)))));

    public static FeelFunction Function(DrgElement element) => element switch
    {
        KnowledgeElement knowledge => new KnowledgeFunction(knowledge),
        ServiceElement service => new ServiceFunction(service),
        _ => throw new System.Diagnostics.UnreachableException($"Expected '{element.Name}' to be business knowledge or a decision service."),
    };

    /// <summary>The value as the element's type demands it; null with a warning where it does not conform.</summary>
    public static FeelValue Conformed(Evaluation run, DrgElement element, FeelValue value) =>
        element.Type.Conform(value, run)
        ?? run.Fail($"Expected '{element.Name}' to be {element.Type}, but it is {FeelText.Brief(value)}.");

    private FeelValue Made(DecisionElement decision)
    {
        if (decision.Logic is null)
        {
            return run.Fail($"Expected decision '{decision.Name}' to have logic or to be given, but it has none and is not.");
        }

        var variables = FeelContext.Empty;

        foreach (var requirement in decision.Requirements)
        {
            if (requirement.Element is KnowledgeElement or ServiceElement)
            {
                variables = variables.WithRequired(requirement, Function(requirement.Element));
            }
            else if (known.TryGetValue(requirement.Element, out var value))
            {
                variables = variables.WithRequired(requirement, value);
            }
        }

        return Conformed(run, decision, run.Call(decision.Logic, new Scope(variables, null)));
    }
}

internal static class RequirementScope
{
    /// <summary>The scope with the required value under its name, or within its import's.</summary>
    public static FeelContext WithRequired(this FeelContext scope, Requirement requirement, FeelValue value) => requirement.Import is null
        ? scope.With(requirement.Element.Name, value)
        : scope.With(requirement.Import, ((scope[requirement.Import] as FeelContext) ?? FeelContext.Empty).With(requirement.Element.Name, value));
}
