using System.Diagnostics;
using Workflows.Definitions.Calendars;
using Workflows.Engine.Cases.Deciding;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases;

/// <summary>Answers a command: pure, from the command, the case and the definitions it is bound to.</summary>
public static class CaseDecider
{
    /// <param name="state">The case as it stands; null for <see cref="StartCase"/>.</param>
    public static Decision Decide(CommandEnvelope envelope, Case? state, DefinitionSet definitions) => Decide(envelope, state, definitions, null);

    internal static Decision Decide(CommandEnvelope envelope, Case? state, DefinitionSet definitions, Steering? steering)
    {
        try
        {
            return DecideCounted(envelope, state, definitions, steering);
        }
        catch (CalendarRangeException missing)
        {
            // A person is told; when time itself cannot go on, the case has to be seen.
            return Uncounted.Of(envelope, state, definitions, missing);
        }
    }

    private static Decision DecideCounted(CommandEnvelope envelope, Case? state, DefinitionSet definitions, Steering? steering)
    {
        if (envelope.Command is StartCase start)
        {
            return state is null
                ? Starting.Start(envelope, start, definitions, steering)
                : new Rejected(RejectionCode.Conflict, $"Expected case '{envelope.CaseId}' to be new, but it exists.", envelope.CaseId);
        }

        if (state is null)
        {
            return new Rejected(RejectionCode.NotFound, $"Expected case '{envelope.CaseId}' to exist, but there is no such case.", envelope.CaseId);
        }

        var isAfterTheEnd = state.Status is not CaseStatus.Running;
        if (isAfterTheEnd && !IsForEndedCases(envelope.Command))
        {
            return AfterTheEnd(envelope, state);
        }

        var burst = new Burst(state, definitions, envelope.HappenedAt, envelope.Actor, steering);
        if (envelope.Command is not ReachTime && Timing.PassClocks(burst))
        {
            burst.Run();
            if (!isAfterTheEnd && burst.Case.Status is not CaseStatus.Running)
            {
                return AfterTheEnd(envelope, burst.Case);
            }
        }

        var rejected = Ask(burst, envelope.Command);
        if (rejected is not null)
        {
            return rejected;
        }

        burst.Run();

        return new Accepted(burst.Events, burst.Case);
    }

    /// <summary>Answers <see cref="MigrateCase"/>, which is about two versions.</summary>
    /// <param name="from">What the case is bound to.</param>
    /// <param name="to">The version that the command names; null where there is none.</param>
    public static Decision Migrate(CommandEnvelope envelope, Case state, DefinitionSet from, DefinitionSet? to) => Migrate(envelope, state, from, to, null);

    internal static Decision Migrate(CommandEnvelope envelope, Case state, DefinitionSet from, DefinitionSet? to, Steering? steering)
    {
        // A limit that has passed under the old version has passed, whether the sweeper has come by or not.
        var burst = new Burst(state, from, envelope.HappenedAt, envelope.Actor, steering);
        if (state.Status is CaseStatus.Running && Timing.PassClocks(burst))
        {
            burst.Run();
        }

        if (burst.Case.Status is not CaseStatus.Running)
        {
            return AfterTheEnd(envelope, burst.Case);
        }

        var decision = Migrating.Migrate(envelope, (MigrateCase)envelope.Command, burst.Case, from, to, steering);
        return decision is Accepted accepted ? accepted with { Events = [.. burst.Events, .. accepted.Events] } : decision;
    }

    /// <remarks>
    /// After the end there are no incidents but of calls outward, which can still be given up, repeated and skipped; and a procedure that was
    /// left open, and a document that is owed, are measured on; and a matter that has ended can be rated;
    /// and people may still tell each other of it.
    /// </remarks>
    private static bool IsForEndedCases(CaseCommand command) => command is ReachTime or ReportUndelivered or RetryIncident or SkipIncident
        or CloseSpecialProcedure or IssueOverdueDocument or RecountClocks or RateMatter or RectifyRating or CopyCase or MarkCopyRead or CommentOnCase;

    private static Rejected? Ask(Burst burst, CaseCommand command) => command switch
    {
        ClaimWorkItem claim => Working.Claim(burst, claim),
        ReleaseWorkItem release => Working.Release(burst, release),
        CompleteWorkItem complete => Working.Complete(burst, complete),
        SendBack back => SendingBack.SendBack(burst, back),
        AssignWorkItem assign => Entrusting.Assign(burst, assign),
        DelegateWorkItem delegation => Entrusting.Delegate(burst, delegation),
        HandBackWorkItem handBack => Entrusting.HandBack(burst, handBack),
        ExcludeOfficer exclude => Entrusting.Exclude(burst, exclude),
        RemindWorkItem remind => Circulating.Remind(burst, remind),
        CopyCase copy => Circulating.Copy(burst, copy),
        MarkCopyRead => Circulating.Read(burst),
        CommentOnCase comment => Circulating.Comment(burst, comment),
        AddSigner add => Signers.Add(burst, add),
        RemoveSigner remove => Signers.Remove(burst, remove),
        RecallWorkItem recall => Recalling.Recall(burst, recall),
        WithdrawApplication withdraw => Ending.Withdraw(burst, withdraw),
        TerminateCase terminate => Ending.Terminate(burst, terminate),
        JumpTo jump => Jumping.Jump(burst, jump),
        RequestCorrection request => Correcting.Request(burst, request),
        AnswerCorrection answer => Correcting.Answer(burst, answer),
        OpenSpecialProcedure open => Stopping.Open(burst, open),
        CloseSpecialProcedure close => Stopping.Close(burst, close),
        ExtendLimit extend => Extending.Extend(burst, extend),
        IssueOverdueDocument issue => Consenting.Issue(burst, issue),
        RateMatter rate => Judging.Rate(burst, rate),
        RectifyRating rectify => Judging.Rectify(burst, rectify),
        RecountClocks recount => Recounting.Recount(burst, recount),
        ReachTime => Timing.Reach(burst),
        DeliverMessage message => Receiving.Deliver(burst, message),
        BroadcastSignal signal => Receiving.Broadcast(burst, signal),
        CompleteActivity complete => Receiving.Complete(burst, complete),
        FailActivity fail => Receiving.Fail(burst, fail),
        RetryIncident retry => Repairing.Retry(burst, retry),
        SkipIncident skip => Repairing.Skip(burst, skip),
        ReportUndelivered report => Undelivered.Report(burst, report),
        _ => throw new UnreachableException($"Expected a decision rule for {command.GetType().Name}, but found none."),
    };

    private static Rejected AfterTheEnd(CommandEnvelope envelope, Case state) =>
        envelope.Command is CompleteWorkItem complete && Working.RefusalOfSecondCompletion(state, complete.WorkItemId, envelope.Actor) is { } refusal
            ? refusal
            : new Rejected(RejectionCode.CaseHasEnded, $"Expected case '{state.Number}' to be running, but it is {state.Status}.", state.Number);
}
