using System.Diagnostics;
using Workflows.Definitions.Matters;
using Workflows.Engine.Circulation;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases;

/// <summary>Folds events into the case. Only assigns: it refuses nothing, counts nothing and asks nobody.</summary>
public static class CaseFolding
{
    /// <summary>The case that a journal tells of.</summary>
    /// <exception cref="InvalidOperationException">The events do not begin with <see cref="CaseStarted"/>.</exception>
    public static Case Replay(IEnumerable<CaseEvent> events)
    {
        Case? state = null;
        foreach (var @event in events)
        {
            state = @event is CaseStarted started
                ? Start(started)
                : Apply(state ?? throw new InvalidOperationException($"Expected a journal to begin with a case's start, but found {@event.GetType().Name}."), @event);
        }

        return state ?? throw new InvalidOperationException("Expected a journal with at least one event, but it is empty.");
    }

    public static Case Start(CaseStarted e) => new()
    {
        Id = e.CaseId,
        Number = e.Number,
        ServiceCode = e.ServiceCode,
        ServiceVersion = e.ServiceVersion,
        Applicant = e.Applicant,
        Channel = e.Channel,
        ReceivedAt = e.ReceivedAt,
        ReceivedBy = e.ReceivedBy,
        Variables = e.Variables,
    };

    public static Case Apply(Case state, CaseEvent @event) => @event switch
    {
        CaseEnded e => state with { Status = e.Status, EndedAt = e.At },
        CaseMigrated e => state with
        {
            ServiceVersion = e.ToVersion,
            Matters = state.Matters.SetItems(e.Matters.Select(matter => KeyValuePair.Create(matter.Code, matter))),
            Instances = state.Instances.SetItems(e.Instances.Select(instance => KeyValuePair.Create(instance.Id, instance))),
            Tokens = state.Tokens.SetItems(e.Tokens.Select(token => KeyValuePair.Create(token.Id, token))),
            Subscriptions = state.Subscriptions
                .SetItems(e.Subscriptions.Select(subscription => KeyValuePair.Create(subscription.Id, subscription)))
                .RemoveRange(e.DroppedSubscriptions),
            Compensations = state.Compensations
                .SetItems(e.Compensations.Select(record => KeyValuePair.Create(record.Id, record)))
                .RemoveRange(e.DroppedCompensations),
            Incidents = state.Incidents.SetItems(e.Incidents.Select(incident => KeyValuePair.Create(incident.Id, incident))),
            WorkItems = state.WorkItems.SetItems(e.WorkItems.Select(item => KeyValuePair.Create(item.Id, item))),
            Clocks = state.Clocks.SetItems(e.Clocks.Select(clock => KeyValuePair.Create(clock.Id, clock))),

            // The way led through the old version; the new one has no such way.
            Passages = state.Passages.Clear(),
        },
        MatterOpened e => state with { Matters = state.Matters.Add(e.Matter.Code, e.Matter) },
        MatterStateChanged e => WithMatter(state, e.Matter, matter => matter with { State = e.State }),
        MatterAccepted e => WithMatter(state, e.Matter, matter => matter with { AcceptedOn = e.AcceptedOn, AcceptedBySilence = e.BySilence }),
        ResultIssued e => WithMatter(state, e.Matter, matter => matter with { Results = matter.Results.Add(e.Result) }),
        MaterialReceived e => state with { Materials = state.Materials.SetItem(e.Material.Code, e.Material) },

        WorkItemOffered e => state with { WorkItems = state.WorkItems.Add(e.WorkItem.Id, e.WorkItem), NextId = NextId(state, e.WorkItem.Id) },
        WorkItemClaimed e => WithWorkItem(state, e.WorkItemId, item => item with { State = WorkItemState.Claimed, Holder = e.Holder, ClaimedAt = e.At }),
        WorkItemReleased e => WithWorkItem(state, e.WorkItemId, item => item with { State = WorkItemState.Offered, Holder = null, ClaimedAt = null }),
        WorkItemCompleted e => WithWorkItem(state, e.WorkItemId, item => item with
        {
            State = WorkItemState.Completed,
            Holder = e.By,
            EndedAt = e.At,
            Outcome = e.Outcome,
            OutcomeName = e.OutcomeName,
            Opinion = e.Opinion,
            ByLaw = e.ByLaw,
        }),
        WorkItemWithdrawn e => WithWorkItem(state, e.WorkItemId, item => item with { State = WorkItemState.Withdrawn, EndedAt = e.At }),

        WorkItemAssigned e => WithWorkItem(state, e.WorkItemId, item => item with
        {
            State = item.State is WorkItemState.Offered ? WorkItemState.Claimed : item.State,
            Holder = e.To,
            ClaimedAt = e.At,
            DelegatedBy = null,
        }),
        WorkItemDelegated e => WithWorkItem(state, e.WorkItemId, item => item with { Holder = e.To, DelegatedBy = e.By }),
        WorkItemHandedBack e => WithWorkItem(state, e.WorkItemId, item => item with { Holder = item.DelegatedBy, DelegatedBy = null }),
        OfficerExcluded e => state with { Exclusions = state.Exclusions.SetItem(e.Exclusion.AccountId, e.Exclusion) },
        WorkItemReminded e => WithWorkItem(state, e.WorkItemId, item => item with { RemindedAt = e.At }),
        CaseCopied e => state with { Copies = state.Copies.SetItems(e.To.Select(to => KeyValuePair.Create(to.AccountId, new Copy(to, e.Note, e.By, e.At)))) },
        CopyRead e => state with { Copies = state.Copies.SetItem(e.AccountId, state.Copies[e.AccountId] with { ReadAt = e.At }) },
        WorkItemWaits e => WithWorkItem(state, e.WorkItemId, item => item with { State = WorkItemState.Waiting }),
        WorkItemCameBack e => WithWorkItem(state, e.WorkItemId, item => item with { State = WorkItemState.Claimed }),

        CorrectionRequested e => Numbered(
            WithWorkItem(state, e.Correction.WorkItemId, item => item with { State = WorkItemState.Suspended }) with
            {
                Corrections = state.Corrections.Add(e.Correction.Id, e.Correction),
            },
            e.Correction.Id),
        CorrectionAnswered e => WithWorkItem(state, state.Corrections[e.CorrectionId].WorkItemId, item => item with { State = WorkItemState.Claimed }) with
        {
            Corrections = state.Corrections.SetItem(e.CorrectionId, state.Corrections[e.CorrectionId] with { AnsweredAt = e.At, Note = e.Note, Answered = e.Answered }),
        },
        CorrectionLapsed e => state with
        {
            Corrections = state.Corrections.SetItem(e.CorrectionId, state.Corrections[e.CorrectionId] with { LapsedAt = e.At }),
        },

        ClockStarted e => state with { Clocks = state.Clocks.Add(e.Clock.Id, e.Clock), NextId = NextId(state, e.Clock.Id) },
        ClockStopped e => state with { Clocks = state.Clocks.SetItem(e.ClockId, state.Clocks[e.ClockId] with { Stops = state.Clocks[e.ClockId].Stops.Add(e.Stop) }) },
        ClockResumed e => state with { Clocks = state.Clocks.SetItem(e.ClockId, state.Clocks[e.ClockId].Resume(e.ResumedOn, e.ResumedAt)) },
        ClockExpired e => state with { Clocks = state.Clocks.SetItem(e.ClockId, state.Clocks[e.ClockId] with { ExpiredOn = e.DueOn }) },
        ClockRungPassed e => state with { Clocks = state.Clocks.SetItem(e.ClockId, state.Clocks[e.ClockId].Pass(e.Rung)) },
        ClockExtended e => state with { Clocks = state.Clocks.SetItem(e.ClockId, state.Clocks[e.ClockId].Extend(e.Extension)) },
        ClockRecounted e => state with { Clocks = state.Clocks.SetItem(e.ClockId, state.Clocks[e.ClockId] with { CountedBy = e.Calendar }) },
        ClockEnded e => state with { Clocks = state.Clocks.SetItem(e.ClockId, state.Clocks[e.ClockId] with { EndedOn = e.EndedOn, Met = e.Met }) },

        SpecialProcedureOpened e => Numbered(state with { Procedures = state.Procedures.Add(e.Procedure.Id, e.Procedure) }, e.Procedure.Id),
        SpecialProcedureClosed e => state with
        {
            Procedures = state.Procedures.SetItem(e.ProcedureId, state.Procedures[e.ProcedureId] with { ClosedAt = e.At, Result = e.Result, ClosedBy = e.By }),
        },
        MatterRated e => WithMatter(state, e.Matter, matter => matter with { Rating = e.Rating }),
        RatingRectified e => WithMatter(state, e.Matter, matter => matter with
        {
            Rating = matter.Rating! with { Rectification = e.Result, RectifiedBy = e.By, RectifiedAt = e.At },
        }),
        MatterConsentedBySilence e => WithMatter(state, e.Matter, matter => matter with { SilentConsent = e.Consent }),

        IncidentRaised e => Numbered(state with { Incidents = state.Incidents.Add(e.Incident.Id, e.Incident) }, e.Incident.Id),
        IncidentResolved e => state with { Incidents = state.Incidents.Remove(e.IncidentId) },

        StepSentBack or StepRecalled or SignerAdded or SignerRemoved or CommentMade or CaseJumped or ApplicationWithdrawn or CaseTerminated => state,
        MessageThrown or SignalThrown or ConnectorCalled or CallRepeated or CallSkipped or CaseStarted => state,
        _ => ExecutionFolding.Apply(state, @event)
            ?? throw new UnreachableException($"Expected an apply rule for {@event.GetType().Name}, but found none."),
    };

    /// <summary>The number for what comes after something that is numbered so.</summary>
    internal static int NextId(Case state, int id) => Math.Max(state.NextId, id + 1);

    internal static Case Numbered(Case state, int id) => id < state.NextId ? state : state with { NextId = id + 1 };

    private static Case WithMatter(Case state, string code, Func<CaseMatter, CaseMatter> change) =>
        state with { Matters = state.Matters.SetItem(code, change(state.Matters[code])) };

    private static Case WithWorkItem(Case state, int id, Func<WorkItem, WorkItem> change) =>
        state with { WorkItems = state.WorkItems.SetItem(id, change(state.WorkItems[id])) };
}
