using System.Collections.Frozen;
using Workflows.Definitions.Matters;

namespace Workflows.Definitions.Supervision;

/// <summary>What a card means: points, who is told, and by when it has to be answered. <c>supervision/policy/cards.yaml</c>.</summary>
public sealed record CardPolicy
{
    public required int Version { get; init; }

    public required FrozenDictionary<AlertLevel, LevelPolicy> Levels { get; init; }

    /// <summary>By when an issued alert is answered; the day of issue is not counted.</summary>
    public required TimeLimit Reply { get; init; }

    /// <summary>The points that a department starts a month with.</summary>
    public required int MonthlyPoints { get; init; }

    /// <summary>How often one alert can be appealed.</summary>
    public required int Appeals { get; init; }

    public required string Basis { get; init; }
}

/// <param name="Points">What is taken off for every <paramref name="Every"/> alerts of the level in a month.</param>
/// <param name="Tell">The rungs of the ladder: each level tells those of the level below as well.</param>
public sealed record LevelPolicy(int Points, int Every, IReadOnlyList<AlertRecipient> Tell);
