using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution;

/// <summary>What an element's expressions see: the case's variables and those of the scopes around it, the inner before the outer.</summary>
internal static class Variables
{
    public static FeelContext SeenBy(Burst burst, ElementInstance instance)
    {
        var outer = burst.ScopeOf(instance) is { } scope ? SeenBy(burst, scope) : burst.Case.Variables;

        return instance.Variables is null
            ? outer
            : outer.With(instance.Variables);
    }

    /// <summary>Sets variables where an element's results belong: in the scope that contains it.</summary>
    public static void SetAround(Burst burst, ElementInstance instance, FeelContext values) => SetIn(burst, burst.ScopeOf(instance), values);

    /// <summary>Sets variables of a scope; those of a process at the top are the case's.</summary>
    public static void SetIn(Burst burst, ElementInstance? scope, FeelContext values)
    {
        burst.Emit(new VariablesSet(scope is null || scope.ScopeId is null ? null : scope.Id, values));
    }

    public static bool IsMet(Burst burst, string condition, FeelContext scope) => Result(burst, condition, scope).IsTrue;

    /// <summary>The value of FEEL.</summary>
    public static FeelValue Evaluate(Burst burst, string expression, FeelContext scope) => Result(burst, expression, scope).Value;

    /// <summary>The value of a decision <c>file#id</c>, with its warnings.</summary>
    public static FeelResult Decide(Burst burst, string decision, FeelContext scope) =>
        burst.Definitions.Decide(decision, scope.With(FeelCalendar.Name, burst.Definitions.CalendarFunctions), burst.LocalNow);

    /// <summary>The text itself, or the value of FEEL after <c>=</c> as text; null where it has none.</summary>
    public static string? Text(Burst burst, string? text, ElementInstance instance) =>
        text is null || !text.StartsWith('=')
            ? text
            : Evaluate(burst, text[1..], SeenBy(burst, instance)) is FeelString { Value: var value } ? value : null;

    public static FeelContext Of(string name, FeelValue value) => FeelContext.Empty.With(name, value);

    /// <summary>The payload of a message or signal, put where the catching element's results belong.</summary>
    public static void Receive(Burst burst, ElementInstance instance, FlowNode node, FeelContext? payload)
    {
        if (payload is { Count: > 0 })
        {
            SetAround(burst, instance, Of(node.Approval.ResultVariable ?? node.Id, payload));
        }
    }

    // The present is the command's instant: deciding again what the journal tells gives the same.
    private static FeelResult Result(Burst burst, string expression, FeelContext scope)
    {
        var parsed = burst.Definitions.Expression(expression);

        return parsed.Evaluate(
            parsed.Names.Contains(FeelCalendar.Name) ? scope.With(FeelCalendar.Name, burst.Definitions.CalendarFunctions) : scope,
            burst.LocalNow);
    }
}
