using System.Collections.Immutable;

namespace Workflows.Engine.Execution;

/// <summary>An element that was entered in a scope that still lives: one step of the way on which the case came to where it is.</summary>
/// <param name="Consumed">The tokens that entering used up, with where they came from.</param>
/// <param name="FollowsFrom">The instance that brought it about other than by a token, e.g. the activity of a boundary event; 0 for none.</param>
/// <param name="Content">For a scope that has been left: the instances that were entered in it; null for none.</param>
public sealed record Passage(int InstanceId, string ElementId, IReadOnlyList<FlowToken> Consumed, int FollowsFrom = 0, ImmutableList<int>? Content = null)
{
    /// <summary>How many passages a scope keeps, the newest.</summary>
    /// <remarks>What follows from a passage has higher numbers, so that a way with its beginning cut off still holds all that follows from what it holds.</remarks>
    public const int Kept = 256;

    internal IEnumerable<int> Causes => Consumed.Select(token => token.SourceId).OfType<int>().Append(FollowsFrom);

    /// <summary>The instance and those that were entered inside it.</summary>
    internal IEnumerable<int> Instances => (Content ?? []).Prepend(InstanceId);
}
