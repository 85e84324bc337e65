using System.Collections.Immutable;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Clocks;

/// <summary>A clock (时钟): a running time limit. Budget and stops are facts; the due day is derived, never stored as a thing to edit.</summary>
/// <param name="StartedOn">The day on which it starts, in the region; that day is not counted (民法典 201).</param>
/// <param name="Matter">The matter it measures, or null for the case.</param>
/// <param name="WorkItemId">The work item it measures, or null.</param>
/// <param name="PassedRungs">The names of the rungs of its ladder that have been passed, each once; null for none.</param>
public sealed record Clock(
    int Id,
    TimeLimit Limit,
    DateOnly StartedOn,
    string? Matter,
    int? WorkItemId,
    ImmutableList<string>? PassedRungs = null)
{
    public ImmutableList<ClockStop> Stops { get; init; } = [];

    /// <summary>The due day that passed while it ran, or null.</summary>
    public DateOnly? ExpiredOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>True where what it measures was done; false where it fell away; null while it runs.</summary>
    public bool? Met { get; init; }

    public bool IsRunning => EndedOn is null;

    public bool IsStopped => IsRunning && Stops.Count > 0 && Stops[^1].ResumedOn is null;

    /// <summary>The clock with its open stop closed.</summary>
    public Clock Resume(DateOnly on) => this with { Stops = Stops.SetItem(Stops.Count - 1, Stops[^1] with { ResumedOn = on }) };

    /// <summary>The clock with a rung of its ladder behind it.</summary>
    public Clock Pass(string rung) => this with { PassedRungs = (PassedRungs ?? []).Add(rung) };
}

/// <summary>A stop (停止计时) of a clock: an act with basis, actor and document, never a bare pause.</summary>
/// <param name="StoppedOn">The first day that is not counted is the day after.</param>
/// <param name="ResumedOn">The last day that is not counted; null while it is open.</param>
/// <param name="Document">The number of the written notice.</param>
public sealed record ClockStop(StopKind Kind, string Basis, string Actor, string Document, string Reason, DateOnly StoppedOn, DateOnly? ResumedOn = null);

public enum StopKind
{
    /// <summary>补正</summary>
    Correction,
}
