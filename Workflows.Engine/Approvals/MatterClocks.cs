using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Approvals;

/// <summary>Starts, stops and ends the clocks of a case by what happens in it.</summary>
internal static class MatterClocks
{
    /// <summary>Starts a clock, with the ladder of its kind and by the calendar of the department whose time it measures.</summary>
    public static void Start(Burst burst, TimeLimit limit, DateOnly on, string? matter, int? workItemId, int? procedureId = null)
    {
        var department = workItemId is { } item ? burst.Case.WorkItems[item].Department : matter is null ? null : burst.Definitions.Matter(matter)?.Department;
        burst.Emit(new ClockStarted(new Clock(
            burst.NextId,
            burst.Definitions.Clocks.Armed(limit),
            on,
            matter,
            workItemId,
            StartedAt: on == MatterProgress.Today(burst) ? burst.Now : null,
            Calendar: burst.Definitions.CalendarOf(department)?.Region,
            ProcedureId: procedureId)));
        var started = ((ClockStarted)burst.Events[^1]).Clock;

        // A limit whose end no calendar covers must not begin: asking for its end refuses it now, not when it is shown.
        _ = ClockReading.ExpiryInstant(started, burst.Definitions.CalendarOf(started));
        if (burst.Case.Procedures.Values.FirstOrDefault(procedure => procedure.IsOpen && procedure.Id != procedureId && procedure.Measures(started)) is { } open)
        {
            Stop(burst, clock => clock.Id == started.Id, open.Stop(MatterProgress.Today(burst), burst.Now));
        }
    }

    /// <summary>Goes on with the limit of a step that is done again as if it had never been left.</summary>
    public static void GoOn(Burst burst, Clock earlier, int workItemId) => burst.Emit(new ClockStarted(earlier with
    {
        Id = burst.NextId,
        WorkItemId = workItemId,
        EndedOn = null,
        Met = null,
        Stops = [.. earlier.Stops.Select(stop => stop.ResumedOn is null ? stop with { ResumedOn = earlier.EndedOn, ResumedAt = burst.Now } : stop)],
    }));

    public static void EndProcedure(Burst burst, int procedureId) => EndNow(burst, clock => clock.ProcedureId == procedureId);

    public static void EndFollowUp(Burst burst, string matter) => EndNow(burst, clock => clock.Limit.Kind is ClockKind.SilentConsentFollowUp && clock.Matter == matter);

    public static void EndRectification(Burst burst, string matter) => EndNow(burst, clock => clock.Limit.Kind is ClockKind.RatingRectification && clock.Matter == matter);

    private static void EndNow(Burst burst, Func<Clock, bool> which)
    {
        foreach (var clock in burst.Case.Clocks.Values.Where(clock => clock.IsRunning && which(clock)).ToList())
        {
            burst.Emit(new ClockEnded(clock.Id, MatterProgress.Today(burst), true));
        }
    }

    /// <summary>Lets happen to the clocks what is due by now, the first first: warnings, the ends of limits, cards.</summary>
    /// <param name="expired">What follows where a limit ends.</param>
    public static void Pass(Burst burst, Func<Clock, bool> which, Action<Burst, Clock>? expired = null)
    {
        // What follows from one moment may end or start a clock, so the next is looked for afresh.
        while (Next(burst, which) is { } next && next.Moment.At <= burst.Now)
        {
            if (next.Moment.Rung is { } rung)
            {
                burst.Emit(new ClockRungPassed(next.Clock.Id, rung.Level, rung.Name, RegionDay.Of(next.Moment.At, burst.Definitions.Calendar)));
            }
            else
            {
                burst.Emit(new ClockExpired(next.Clock.Id, ClockReading.Of(next.Clock, burst.Definitions.CalendarOf(next.Clock), burst.Now).DueOn));
                expired?.Invoke(burst, next.Clock);
            }
        }
    }

    public static void End(Burst burst, Func<Clock, bool> which, bool met)
    {
        var today = MatterProgress.Today(burst);
        foreach (var clock in burst.Case.Clocks.Values.Where(clock => clock.IsRunning && which(clock) && !(met && OutlivesSuccess(clock))).ToList())
        {
            // Its end may follow from its own expiry: the cards of that instant come first.
            Pass(burst, other => other.Id == clock.Id);
            burst.Emit(new ClockEnded(clock.Id, today, met));
        }
    }

    /// <summary>Stops the government's clocks that are chosen and do not stand yet; what measures a procedure or follows a decision is no time of its matter.</summary>
    public static void Stop(Burst burst, Func<Clock, bool> which, ClockStop stop)
    {
        foreach (var clock in burst.Case.Clocks.Values.Where(clock => IsStoppable(clock) && which(clock)).ToList())
        {
            burst.Emit(new ClockStopped(clock.Id, stop));
        }
    }

    /// <summary>Lets the clocks go on that a notice has stopped.</summary>
    public static void Resume(Burst burst, string document)
    {
        foreach (var clock in burst.Case.Clocks.Values.Where(clock => clock.IsStopped && clock.Stops[^1].Document == document).ToList())
        {
            burst.Emit(new ClockResumed(clock.Id, MatterProgress.Today(burst), burst.Now));
        }
    }

    /// <summary>True for the clocks that stand while a step waits for the applicant: its own, and those of its whole matter.</summary>
    public static bool IsHeldByStep(Clock clock, string? matter, int workItemId) =>
        clock.WorkItemId == workItemId || (clock.WorkItemId is null && clock.Matter is not null && clock.Matter == matter);

    private static bool IsStoppable(Clock clock) =>
        clock is { IsRunning: true, IsStopped: false }
        && clock.Limit.Owner is not (TimeOwner.Applicant or TimeOwner.ApplicantIntermediary or TimeOwner.Nobody)
        && clock.Limit.Kind is not (ClockKind.SpecialProcedure or ClockKind.SilentConsentFollowUp or ClockKind.Delivery or ClockKind.RatingRectification);

    // A procedure that was left open, a document that is still owed, and what a bad rating asks for are measured on when their matter or case is done.
    private static bool OutlivesSuccess(Clock clock) => clock.Limit.Kind is ClockKind.SpecialProcedure or ClockKind.SilentConsentFollowUp or ClockKind.RatingRectification;

    private static (Clock Clock, ClockMoment Moment)? Next(Burst burst, Func<Clock, bool> which)
    {
        (Clock Clock, ClockMoment Moment)? next = null;
        foreach (var (_, clock) in burst.Case.Clocks)
        {
            if (which(clock) && ClockLadder.First(clock, burst.Definitions.CalendarOf(clock)) is { } moment && !(moment.At >= next?.Moment.At))
            {
                next = (clock, moment);
            }
        }

        return next;
    }
}
