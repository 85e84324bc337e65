namespace Workflows.Engine.Execution;

/// <summary>What a simulation decides instead of the definition.</summary>
/// <param name="Choose">The ids of the flows that a gateway takes; null leaves the choice to the conditions.</param>
/// <param name="Waits">True for an element that waits where it would otherwise go on.</param>
internal sealed record Steering(Func<string, IReadOnlyList<string>?> Choose, Func<string, bool> Waits);
