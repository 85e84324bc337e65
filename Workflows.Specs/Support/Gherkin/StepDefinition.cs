using System.Reflection;

namespace Workflows.Specs.Support.Gherkin;

/// <summary>A method of a step class together with one of its expressions.</summary>
public sealed record StepDefinition(StepExpression Expression, MethodInfo Method)
{
    /// <summary>Calls the method of this scenario's instance of the step class.</summary>
    public async Task Run(ScenarioStep step, ScenarioScope scope)
    {
        var instance = scope.Resolve(Method.DeclaringType!);
        var result = Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, Arguments(step), culture: null);
        await (result switch
        {
            Task task => task,
            ValueTask task => task.AsTask(),
            _ => Task.CompletedTask,
        });
    }

    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method.Name} \"{Expression.Text}\"";

    private object[] Arguments(ScenarioStep step)
    {
        var captured = Expression.Match(step.Text)!;
        var parameters = Method.GetParameters();
        return parameters.Length == captured.Count + step.Below.Count
            ? [.. captured.Select((text, index) => StepExpression.Convert(text, parameters[index].ParameterType)), .. step.Below]
            : throw new ArgumentException($"Expected {this} to take {captured.Count + step.Below.Count} arguments, but it takes {parameters.Length}.");
    }
}
