using System.Reflection;

namespace Workflows.Specs.Support.Gherkin;

/// <summary>All step definitions of some step classes.</summary>
public sealed class StepCatalogue(IEnumerable<Type> stepClasses)
{
    private readonly IReadOnlyList<StepDefinition> definitions =
    [
        .. from type in stepClasses
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           from step in method.GetCustomAttributes<StepAttribute>()
           select new StepDefinition(new StepExpression(step.Expression), method),
    ];

    /// <summary>The one definition that matches the step.</summary>
    /// <exception cref="StepFailure">No definition matches, or several do.</exception>
    public StepDefinition Find(ScenarioStep step, string file)
    {
        var found = definitions.Where(definition => definition.Expression.Match(step.Text) is not null).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new StepFailure(file, step, "Expected one step definition, but found none."),
            _ => throw new StepFailure(file, step, $"Expected one step definition, but found {found.Count}: {string.Join("; ", found)}."),
        };
    }
}
