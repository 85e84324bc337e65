using Workflows.Engine.Cases;
using Workflows.Engine.Countersigning;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Cases;

/// <summary>What an event of a case means to people; most events of the token game mean nothing to them.</summary>
/// <param name="TextKey">The sentence in the texts, with what it names.</param>
/// <param name="Remark">An opinion, a reason: shown as it was written.</param>
public sealed record TimelineSentence(string TextKey, IReadOnlyList<object> Arguments, string? Remark = null)
{
    public static TimelineSentence? Of(CaseEvent happened, CaseView view) => happened switch
    {
        CaseStarted => new("Timeline.CaseStarted", []),
        MatterAccepted e => new(e.BySilence ? "Timeline.AcceptedBySilence" : "Timeline.Accepted", [Matter(view, e.Matter), e.AcceptedOn]),
        MatterStateChanged e => new("Timeline.MatterState", [Matter(view, e.Matter), e.State]),
        ResultIssued e => new("Timeline.Result", [e.Result.Name, e.Result.Number]),
        WorkItemOffered e => new("Timeline.Offered", [e.WorkItem.Name, new DepartmentCode(e.WorkItem.Department)]),
        WorkItemClaimed e => new("Timeline.Claimed", [Step(view, e.WorkItemId)]),
        WorkItemReleased e => new("Timeline.Released", [Step(view, e.WorkItemId)]),
        WorkItemCompleted { ByLaw: { } law } e => new("Timeline.CompletedByLaw", [Step(view, e.WorkItemId), e.OutcomeName, law]),
        WorkItemCompleted e => new("Timeline.Completed", [Step(view, e.WorkItemId), e.OutcomeName], e.Opinion),
        WorkItemWithdrawn e => new("Timeline.Withdrawn", [Step(view, e.WorkItemId)]),
        WorkItemAssigned e => new("Timeline.Assigned", [Step(view, e.WorkItemId), e.To.Name], e.Reason),
        WorkItemDelegated e => new("Timeline.Delegated", [Step(view, e.WorkItemId), e.To.Name], e.Reason),
        WorkItemHandedBack e => new("Timeline.HandedBack", [Step(view, e.WorkItemId)], e.Note),
        OfficerExcluded e => new("Timeline.Excluded", [e.Exclusion.Name], e.Exclusion.Reason),
        WorkItemReminded e => new("Timeline.Reminded", [Step(view, e.WorkItemId)], e.Note),
        CaseCopied e => new("Timeline.Copied", [string.Join("、", e.To.Select(to => to.Name))], e.Note),
        CopyRead e => new("Timeline.CopyRead", [e.Name]),
        CommentMade { WorkItemId: { } about } e => new("Timeline.CommentedOnStep", [Step(view, about)], e.Text),
        CommentMade e => new("Timeline.Commented", [], e.Text),
        SignerAdded e => new(e.Place is SignerPlace.Before ? "Timeline.SignerAddedBefore" : "Timeline.SignerAddedAfter", [Step(view, e.WorkItemId), e.Signer.Name, new DepartmentCode(e.Department)], e.Reason),
        SignerRemoved e => new("Timeline.SignerRemoved", [Step(view, e.WorkItemId), e.Signer?.Name ?? (object)new DepartmentCode(view.Case.WorkItems[e.WorkItemId].Department)], e.Reason),
        StepSentBack e => new("Timeline.SentBack", [Step(view, e.WorkItemId), Place(view, e.ToElementId), e.Afterwards], e.Reason),
        WorkItemCameBack e => new("Timeline.CameBack", [Step(view, e.WorkItemId)]),
        StepRecalled e => new("Timeline.Recalled", [Step(view, e.WorkItemId)], e.Reason),
        CaseJumped e => new("Timeline.Jumped", [Place(view, e.FromElementId), Place(view, e.ToElementId)], e.Reason),
        ApplicationWithdrawn { Matter: { } matter } e => new("Timeline.MatterWithdrawn", [Matter(view, matter)], e.Reason),
        ApplicationWithdrawn e => new("Timeline.ApplicationWithdrawn", [], e.Reason),
        CaseTerminated e => new("Timeline.Terminated", [e.Basis, e.Document], e.Reason),
        CorrectionRequested e => new("Timeline.CorrectionRequested", [e.Correction.NoticeNumber], e.Correction.Reason),
        CorrectionAnswered e => new("Timeline.CorrectionAnswered", [view.Case.Corrections[e.CorrectionId].NoticeNumber], e.Note),
        CorrectionLapsed e => new("Timeline.CorrectionLapsed", [view.Case.Corrections[e.CorrectionId].NoticeNumber]),
        ClockExpired e => new("Timeline.ClockExpired", [view.Case.Clocks[e.ClockId].Limit.Kind, e.DueOn]),
        ClockRungPassed e => new("Timeline.RungPassed", [e.Level, e.Rung, e.On]),
        SpecialProcedureOpened e => new("Timeline.ProcedureOpened", [e.Procedure.Kind, e.Procedure.Notice, e.Procedure.PlannedEndOn], e.Procedure.Reason),
        SpecialProcedureClosed e => new("Timeline.ProcedureClosed", [view.Case.Procedures[e.ProcedureId].Kind, view.Case.Procedures[e.ProcedureId].Notice], e.Result),
        ClockExtended e => new("Timeline.Extended", [view.Case.Clocks[e.ClockId].Limit.Kind, e.Extension.Amount, e.Extension.Approver, e.Extension.Document], e.Extension.Reason),
        MatterConsentedBySilence e => new("Timeline.ConsentedBySilence", [Matter(view, e.Matter), e.Consent.On, e.Consent.Basis]),
        MatterRated e => new("Timeline.Rated", [Matter(view, e.Matter), e.Rating.Grade], e.Rating.Comment),
        RatingRectified e => new("Timeline.Rectified", [Matter(view, e.Matter)], e.Result),
        ClockRecounted e => new("Timeline.Recounted", [view.Case.Clocks[e.ClockId].Limit.Kind, e.From, e.To, e.Calendar], e.Reason),
        CaseMigrated e => new("Timeline.Migrated", [e.FromVersion, e.ToVersion]),
        IncidentRaised e => new("Timeline.Incident", [], e.Incident.Message),
        IncidentResolved e => new("Timeline.IncidentResolved", [], e.Reason),
        CaseEnded e => new("Timeline.Ended", [e.Status]),
        _ => null,
    };

    private static string Matter(CaseView view, string code) => view.Case.Matters[code].Name;

    // A step that no item has come to yet has no name in the case.
    private static string Place(CaseView view, string elementId) =>
        view.Case.WorkItems.Values.LastOrDefault(item => item.ElementId == elementId)?.Name ?? elementId;

    private static string Step(CaseView view, int workItemId) => view.Case.WorkItems[workItemId].Name;
}

/// <summary>A code that the catalogue has a name for.</summary>
internal readonly record struct DepartmentCode(string Code);
