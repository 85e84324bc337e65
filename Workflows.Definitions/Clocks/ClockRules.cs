using Workflows.Definitions.Matters;

namespace Workflows.Definitions.Clocks;

/// <summary>What holds for the clocks of all services: the limits that the law sets once for all, and the ladders of each kind. The library's <c>clocks/</c>.</summary>
public sealed record ClockRules
{
    public static readonly ClockRules None = new();

    /// <summary>The limits that no matter states, e.g. ten working days to deliver.</summary>
    public IReadOnlyDictionary<ClockKind, TimeLimit> Limits { get; init; } = new Dictionary<ClockKind, TimeLimit>();

    /// <summary>In the order in which they are tried.</summary>
    public IReadOnlyList<Ladder> Ladders { get; init; } = [];

    /// <summary>The limit with its rungs: its own, or those of the first ladder of its kind that its budget fits.</summary>
    public TimeLimit Armed(TimeLimit limit) => limit.Rungs is null
        ? limit with { Rungs = Ladders.FirstOrDefault(ladder => ladder.Kind == limit.Kind && limit.Amount <= (ladder.UpTo ?? limit.Amount))?.Rungs }
        : limit;
}
