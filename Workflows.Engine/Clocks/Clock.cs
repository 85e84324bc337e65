using System.Collections.Immutable;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Clocks;

/// <summary>A clock (时钟): a running time limit. Budget, stops and extensions are facts; the due day is derived, never stored as a thing to edit.</summary>
/// <param name="StartedOn">The day on which it starts, in the region; that day is not counted (民法典 201).</param>
/// <param name="Matter">The matter it measures, or null for the case.</param>
/// <param name="WorkItemId">The work item it measures, or null.</param>
/// <param name="PassedRungs">The names of the rungs of its ladder that have been passed, each once; null for none.</param>
/// <param name="StartedAt">The instant, for limits in half days and hours; null where only the day is known.</param>
/// <param name="Calendar">The department's calendar by which it counts, or null for that of the service's region.</param>
/// <param name="Extensions">What was added to its budget; null for nothing.</param>
/// <param name="ProcedureId">The special procedure that it measures, or null.</param>
/// <param name="CountedBy">The version of the calendar that moved its due day last, or null where none has.</param>
public sealed record Clock(
    int Id,
    TimeLimit Limit,
    DateOnly StartedOn,
    string? Matter,
    int? WorkItemId,
    ImmutableList<string>? PassedRungs = null,
    DateTimeOffset? StartedAt = null,
    string? Calendar = null,
    ImmutableList<ClockExtension>? Extensions = null,
    int? ProcedureId = null,
    string? CountedBy = null)
{
    public ImmutableList<ClockStop> Stops { get; init; } = [];

    /// <summary>The due day that passed while it ran, or null.</summary>
    public DateOnly? ExpiredOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>True where what it measures was done; false where it fell away; null while it runs.</summary>
    public bool? Met { get; init; }

    /// <summary>The limit and what was added to it, in the limit's unit.</summary>
    public decimal Budget => Limit.Amount + (Extensions?.Sum(extension => extension.Amount) ?? 0);

    public ClockScope Scope => WorkItemId is not null ? ClockScope.WorkItem : Matter is not null ? ClockScope.Matter : ClockScope.Case;

    public bool IsRunning => EndedOn is null;

    public bool IsStopped => IsRunning && Stops.Count > 0 && Stops[^1].ResumedOn is null;

    /// <summary>The clock with its open stop closed.</summary>
    public Clock Resume(DateOnly on, DateTimeOffset? at = null) =>
        this with { Stops = Stops.SetItem(Stops.Count - 1, Stops[^1] with { ResumedOn = on, ResumedAt = at }) };

    /// <summary>The clock with a rung of its ladder behind it.</summary>
    public Clock Pass(string rung) => this with { PassedRungs = (PassedRungs ?? []).Add(rung) };

    public Clock Extend(ClockExtension extension) => this with { Extensions = (Extensions ?? []).Add(extension) };
}

/// <summary>What a clock measures.</summary>
public enum ClockScope
{
    /// <summary>办件</summary>
    Case,

    /// <summary>事项</summary>
    Matter,

    /// <summary>待办</summary>
    WorkItem,
}

/// <summary>A stop (停止计时) of a clock: an act with basis, actor and document, never a bare pause.</summary>
/// <param name="StoppedOn">The first day that is not counted is the day after.</param>
/// <param name="ResumedOn">The last day that is not counted; null while it is open.</param>
/// <param name="Document">The number of the written notice.</param>
/// <param name="StoppedAt">The instant, for clocks in half days and hours.</param>
/// <param name="Approver">Who approved it, or null where the law leaves it to the officer.</param>
/// <param name="PlannedEndOn">The day until which it was planned, or null.</param>
public sealed record ClockStop(
    StopKind Kind,
    string Basis,
    string Actor,
    string Document,
    string Reason,
    DateOnly StoppedOn,
    DateOnly? ResumedOn = null,
    DateTimeOffset? StoppedAt = null,
    DateTimeOffset? ResumedAt = null,
    string? Approver = null,
    DateOnly? PlannedEndOn = null);

/// <summary>An extension (延期) of a clock: once, by who may approve it, with reasons that were told to the applicant.</summary>
/// <param name="Amount">In the limit's unit.</param>
/// <param name="Document">The number of the approval.</param>
public sealed record ClockExtension(decimal Amount, string Basis, string Approver, string Document, string Reason, DateOnly On);
