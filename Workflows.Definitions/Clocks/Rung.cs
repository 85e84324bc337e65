using Workflows.Definitions.Matters;
using Workflows.Definitions.Supervision;

namespace Workflows.Definitions.Clocks;

/// <summary>A rung of the ladder that a running limit climbs: 预警, 黄牌 or 红牌.</summary>
/// <param name="Name">What people read, e.g. 超承诺时限; unique in its ladder.</param>
/// <param name="Offset">
/// In the limit's unit. Below 0 the rung is passed when so much of the budget is left: −2 on the morning of the day with two days to go.
/// At 0 it is passed with the first instant after the limit, and above 0 when so much more has gone by.
/// </param>
public sealed record Rung(string Name, AlertLevel Level, decimal Offset);

/// <summary>The rungs of a kind of limit.</summary>
/// <param name="UpTo">The longest budget that the ladder is for, in the limit's unit; null for any.</param>
/// <param name="Basis">Where the rungs come from.</param>
/// <param name="Assumed">True where no source gives them and the library chose; <paramref name="Basis"/> then says why.</param>
public sealed record Ladder(ClockKind Kind, decimal? UpTo, IReadOnlyList<Rung> Rungs, string Basis, bool Assumed);
