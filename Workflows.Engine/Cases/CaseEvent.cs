using System.Text.Json.Serialization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Execution;
using Workflows.Engine.Materials;
using Workflows.Engine.Procedures;
using Workflows.Engine.Ratings;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases;

/// <summary>Something that happened in a case. Kept for ever: new kinds are added, the meaning of an old one never changes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CaseStarted), "case-started")]
[JsonDerivedType(typeof(CaseEnded), "case-ended")]
[JsonDerivedType(typeof(CaseMigrated), "case-migrated")]
[JsonDerivedType(typeof(ElementEntered), "element-entered")]
[JsonDerivedType(typeof(ElementCompleted), "element-completed")]
[JsonDerivedType(typeof(ElementCancelled), "element-cancelled")]
[JsonDerivedType(typeof(ElementChanged), "element-changed")]
[JsonDerivedType(typeof(SequenceFlowTaken), "sequence-flow-taken")]
[JsonDerivedType(typeof(TokensConsumed), "tokens-consumed")]
[JsonDerivedType(typeof(SubscriptionOpened), "subscription-opened")]
[JsonDerivedType(typeof(SubscriptionChanged), "subscription-changed")]
[JsonDerivedType(typeof(SubscriptionClosed), "subscription-closed")]
[JsonDerivedType(typeof(VariablesSet), "variables-set")]
[JsonDerivedType(typeof(MessageThrown), "message-thrown")]
[JsonDerivedType(typeof(SignalThrown), "signal-thrown")]
[JsonDerivedType(typeof(ConnectorCalled), "connector-called")]
[JsonDerivedType(typeof(CompensationRecorded), "compensation-recorded")]
[JsonDerivedType(typeof(CompensationTaken), "compensation-taken")]
[JsonDerivedType(typeof(IncidentRaised), "incident-raised")]
[JsonDerivedType(typeof(IncidentResolved), "incident-resolved")]
[JsonDerivedType(typeof(CallRepeated), "call-repeated")]
[JsonDerivedType(typeof(CallSkipped), "call-skipped")]
[JsonDerivedType(typeof(WorkItemOffered), "work-item-offered")]
[JsonDerivedType(typeof(WorkItemClaimed), "work-item-claimed")]
[JsonDerivedType(typeof(WorkItemReleased), "work-item-released")]
[JsonDerivedType(typeof(WorkItemCompleted), "work-item-completed")]
[JsonDerivedType(typeof(WorkItemWithdrawn), "work-item-withdrawn")]
[JsonDerivedType(typeof(WorkItemWaits), "work-item-waits")]
[JsonDerivedType(typeof(WorkItemCameBack), "work-item-came-back")]
[JsonDerivedType(typeof(WorkItemAssigned), "work-item-assigned")]
[JsonDerivedType(typeof(WorkItemDelegated), "work-item-delegated")]
[JsonDerivedType(typeof(WorkItemHandedBack), "work-item-handed-back")]
[JsonDerivedType(typeof(OfficerExcluded), "officer-excluded")]
[JsonDerivedType(typeof(WorkItemReminded), "work-item-reminded")]
[JsonDerivedType(typeof(CaseCopied), "case-copied")]
[JsonDerivedType(typeof(CopyRead), "copy-read")]
[JsonDerivedType(typeof(CommentMade), "comment-made")]
[JsonDerivedType(typeof(SignerAdded), "signer-added")]
[JsonDerivedType(typeof(SignerRemoved), "signer-removed")]
[JsonDerivedType(typeof(StepSentBack), "step-sent-back")]
[JsonDerivedType(typeof(StepRecalled), "step-recalled")]
[JsonDerivedType(typeof(CaseJumped), "case-jumped")]
[JsonDerivedType(typeof(ApplicationWithdrawn), "application-withdrawn")]
[JsonDerivedType(typeof(CaseTerminated), "case-terminated")]
[JsonDerivedType(typeof(WayUndone), "way-undone")]
[JsonDerivedType(typeof(MaterialReceived), "material-received")]
[JsonDerivedType(typeof(CorrectionRequested), "correction-requested")]
[JsonDerivedType(typeof(CorrectionAnswered), "correction-answered")]
[JsonDerivedType(typeof(CorrectionLapsed), "correction-lapsed")]
[JsonDerivedType(typeof(MatterOpened), "matter-opened")]
[JsonDerivedType(typeof(MatterStateChanged), "matter-state-changed")]
[JsonDerivedType(typeof(MatterAccepted), "matter-accepted")]
[JsonDerivedType(typeof(ResultIssued), "result-issued")]
[JsonDerivedType(typeof(ClockStarted), "clock-started")]
[JsonDerivedType(typeof(ClockStopped), "clock-stopped")]
[JsonDerivedType(typeof(ClockResumed), "clock-resumed")]
[JsonDerivedType(typeof(ClockExpired), "clock-expired")]
[JsonDerivedType(typeof(ClockRungPassed), "clock-rung-passed")]
[JsonDerivedType(typeof(ClockExtended), "clock-extended")]
[JsonDerivedType(typeof(ClockRecounted), "clock-recounted")]
[JsonDerivedType(typeof(ClockEnded), "clock-ended")]
[JsonDerivedType(typeof(SpecialProcedureOpened), "special-procedure-opened")]
[JsonDerivedType(typeof(SpecialProcedureClosed), "special-procedure-closed")]
[JsonDerivedType(typeof(MatterConsentedBySilence), "matter-consented-by-silence")]
[JsonDerivedType(typeof(MatterRated), "matter-rated")]
[JsonDerivedType(typeof(RatingRectified), "rating-rectified")]
public abstract record CaseEvent;

/// <param name="ReceivedBy">The department at whose window the application came in; null where it came online.</param>
public sealed record CaseStarted(
    string CaseId,
    string Number,
    string ServiceCode,
    int ServiceVersion,
    Applicant Applicant,
    FeelContext Variables,
    string Channel,
    DateTimeOffset ReceivedAt,
    string? ReceivedBy = null) : CaseEvent;

public sealed record CaseEnded(CaseStatus Status, DateTimeOffset At) : CaseEvent;

/// <summary>The case goes on by another version of its service. The lists hold what is different since, whole; all else stays as it was.</summary>
public sealed record CaseMigrated(
    int FromVersion,
    int ToVersion,
    IReadOnlyList<CaseMatter> Matters,
    IReadOnlyList<ElementInstance> Instances,
    IReadOnlyList<FlowToken> Tokens,
    IReadOnlyList<Subscription> Subscriptions,
    IReadOnlyList<int> DroppedSubscriptions,
    IReadOnlyList<CompensationRecord> Compensations,
    IReadOnlyList<int> DroppedCompensations,
    IReadOnlyList<Incident> Incidents,
    IReadOnlyList<WorkItem> WorkItems,
    IReadOnlyList<Clock> Clocks) : CaseEvent;

/// <summary>The case handles this matter; at first it is only received (已接件).</summary>
public sealed record MatterOpened(CaseMatter Matter) : CaseEvent;

/// <param name="ConsumedTokens">The tokens on sequence flows that were used up by entering.</param>
/// <param name="FollowsFrom">The instance that brought it about other than by a token; 0 for none; null in entries of before cases kept their ways.</param>
public sealed record ElementEntered(ElementInstance Instance, IReadOnlyList<int> ConsumedTokens, int? FollowsFrom = null) : CaseEvent;

public sealed record ElementCompleted(int InstanceId) : CaseEvent;

/// <summary>The element was left without going on: interrupted, or with the scope it was in.</summary>
public sealed record ElementCancelled(int InstanceId) : CaseEvent;

/// <summary>A living element changed its own state, e.g. the counters of a multi-instance.</summary>
public sealed record ElementChanged(ElementInstance Instance) : CaseEvent;

public sealed record SequenceFlowTaken(FlowToken Token) : CaseEvent;

/// <summary>Tokens that ended on their sequence flow, as those that reach a complex gateway after it has fired.</summary>
public sealed record TokensConsumed(IReadOnlyList<int> Tokens) : CaseEvent;

public sealed record SubscriptionOpened(Subscription Subscription) : CaseEvent;

public sealed record SubscriptionChanged(Subscription Subscription) : CaseEvent;

public sealed record SubscriptionClosed(int SubscriptionId) : CaseEvent;

/// <param name="ScopeId">The element instance that holds the variables; null for the case.</param>
public sealed record VariablesSet(int? ScopeId, FeelContext Values) : CaseEvent;

/// <summary>A message that nothing in the case waits for: it goes out to other cases.</summary>
/// <param name="Correlation">The value that its receiver has to wait for; null for any.</param>
public sealed record MessageThrown(string Name, string ElementId, FeelContext Payload, FeelValue? Correlation = null) : CaseEvent;

/// <summary>A signal; what waits for it in the case has got it, and it goes out to all other cases.</summary>
public sealed record SignalThrown(string Name, string ElementId, FeelContext? Payload = null) : CaseEvent;

/// <summary>Work for another system; it goes out through the outbox and is answered by <see cref="CompleteActivity"/>.</summary>
public sealed record ConnectorCalled(int InstanceId, string ElementId, string Connector) : CaseEvent;

public sealed record CompensationRecorded(CompensationRecord Record) : CaseEvent;

public sealed record CompensationTaken(int RecordId, string ActivityId) : CaseEvent;

/// <summary>The case cannot go on at an element; somebody has to repair and retry.</summary>
public sealed record IncidentRaised(Incident Incident) : CaseEvent;

/// <param name="Skipped">True where the case goes on without what the incident stopped.</param>
public sealed record IncidentResolved(int IncidentId, string Reason, bool Skipped = false) : CaseEvent;

/// <summary>A call outward that was given up is to be made again, with its old key.</summary>
public sealed record CallRepeated(UndeliveredCall Call) : CaseEvent;

/// <summary>A call outward that was given up need not be made.</summary>
public sealed record CallSkipped(UndeliveredCall Call) : CaseEvent;

public sealed record WorkItemOffered(WorkItem WorkItem) : CaseEvent;

public sealed record WorkItemClaimed(int WorkItemId, Holder Holder, DateTimeOffset At) : CaseEvent;

public sealed record WorkItemReleased(int WorkItemId) : CaseEvent;

/// <param name="ByLaw">The article by which the engine completed it, or null where a person did.</param>
public sealed record WorkItemCompleted(
    int WorkItemId,
    string Outcome,
    string OutcomeName,
    string? Opinion,
    Holder By,
    DateTimeOffset At,
    string? ByLaw = null) : CaseEvent;

public sealed record WorkItemWithdrawn(int WorkItemId, DateTimeOffset At) : CaseEvent;

/// <summary>The item waits for a step that was sent back and comes straight back to it.</summary>
public sealed record WorkItemWaits(int WorkItemId) : CaseEvent;

/// <summary>The step that the item waited for has been done again.</summary>
public sealed record WorkItemCameBack(int WorkItemId) : CaseEvent;

/// <summary>The case was sent back to an earlier step (退回).</summary>
/// <param name="WorkItemId">The item at which it was; its officer sent it back.</param>
public sealed record StepSentBack(
    int WorkItemId,
    string ToElementId,
    SendBackReturn Afterwards,
    string Reason,
    Holder By,
    DateTimeOffset At) : CaseEvent;

/// <summary>A part of the way was taken back.</summary>
/// <param name="Undone">The instances that count as never entered: a step's and all that followed from it.</param>
/// <param name="Restored">The tokens that these had used up and that had come from elsewhere, on their flows again.</param>
public sealed record WayUndone(int ScopeId, IReadOnlyList<int> Undone, IReadOnlyList<FlowToken> Restored) : CaseEvent;

/// <summary>The item was given to somebody (指派, 转办).</summary>
public sealed record WorkItemAssigned(int WorkItemId, Holder To, Holder By, string? Reason, DateTimeOffset At) : CaseEvent;

/// <summary>Somebody else prepares the item for its holder (委托).</summary>
public sealed record WorkItemDelegated(int WorkItemId, Holder To, Holder By, string Reason, DateTimeOffset At) : CaseEvent;

/// <summary>A delegated item is back with who delegated it.</summary>
public sealed record WorkItemHandedBack(int WorkItemId, Holder By, string? Note, DateTimeOffset At) : CaseEvent;

/// <summary>A person is kept out of the case for a conflict of interest (回避).</summary>
public sealed record OfficerExcluded(Exclusion Exclusion) : CaseEvent;

/// <summary>Who completed the step took it back (撤回).</summary>
public sealed record StepRecalled(int WorkItemId, string Reason, Holder By, DateTimeOffset At) : CaseEvent;

/// <summary>An administrator put the case at another element (跳转).</summary>
public sealed record CaseJumped(int WorkItemId, string FromElementId, string ToElementId, string Reason, Holder By, DateTimeOffset At) : CaseEvent;

/// <summary>The applicant withdrew (撤件).</summary>
/// <param name="Matter">Null for the whole application.</param>
public sealed record ApplicationWithdrawn(string? Matter, string Reason, Holder By, DateTimeOffset At) : CaseEvent;

/// <summary>The case was ended without a decision (终止).</summary>
public sealed record CaseTerminated(string Basis, string Document, string Reason, Holder By, DateTimeOffset At) : CaseEvent;

public sealed record MaterialReceived(GivenMaterial Material, int? CorrectionId) : CaseEvent;

public sealed record CorrectionRequested(Correction Correction) : CaseEvent;

/// <param name="Answered">Null in entries of before this was kept.</param>
public sealed record CorrectionAnswered(int CorrectionId, string? Note, DateTimeOffset At, Answered? Answered = null) : CaseEvent;

/// <summary>The correction is not waited for any longer, because its work item fell away.</summary>
public sealed record CorrectionLapsed(int CorrectionId, DateTimeOffset At) : CaseEvent;

public sealed record MatterStateChanged(string Matter, MatterState State, DateTimeOffset At) : CaseEvent;

/// <param name="AcceptedOn">The day from which the limits run (the day itself is not counted).</param>
/// <param name="BySilence">True where the law counts the matter as accepted because nothing was said in time (行政许可法 32).</param>
public sealed record MatterAccepted(string Matter, DateOnly AcceptedOn, bool BySilence) : CaseEvent;

public sealed record ResultIssued(string Matter, IssuedResult Result) : CaseEvent;

public sealed record ClockStarted(Clock Clock) : CaseEvent;

public sealed record ClockStopped(int ClockId, ClockStop Stop) : CaseEvent;

public sealed record ClockResumed(int ClockId, DateOnly ResumedOn, DateTimeOffset? ResumedAt = null) : CaseEvent;

/// <summary>The limit passed while the clock ran.</summary>
public sealed record ClockExpired(int ClockId, DateOnly DueOn) : CaseEvent;

/// <summary>A clock has passed a rung of its ladder: it warns, or is carded. Each rung once, whatever restarts.</summary>
/// <param name="On">The day of the rung, however late it was noticed.</param>
public sealed record ClockRungPassed(int ClockId, AlertLevel Level, string Rung, DateOnly On) : CaseEvent;

/// <summary>The clock's budget grew, by an approval that the applicant was told of.</summary>
public sealed record ClockExtended(int ClockId, ClockExtension Extension) : CaseEvent;

/// <summary>A new calendar has moved the due day of a running clock.</summary>
/// <param name="Calendar">The version of the new calendar.</param>
/// <param name="Reason">The days that count otherwise now, in words.</param>
public sealed record ClockRecounted(int ClockId, DateOnly From, DateOnly To, string Calendar, string Reason) : CaseEvent;

/// <summary>A special procedure (特别程序) began; the clocks that it holds stand.</summary>
public sealed record SpecialProcedureOpened(SpecialProcedure Procedure) : CaseEvent;

public sealed record SpecialProcedureClosed(int ProcedureId, string Result, string By, DateTimeOffset At) : CaseEvent;

/// <summary>The matter counts as approved because nobody decided within the promised limit (默认通过).</summary>
public sealed record MatterConsentedBySilence(string Matter, SilentConsent Consent) : CaseEvent;

public sealed record MatterRated(string Matter, Rating Rating) : CaseEvent;

public sealed record RatingRectified(string Matter, string Result, string By, DateTimeOffset At) : CaseEvent;

/// <param name="Met">True where what the clock measures was done, false where it fell away.</param>
public sealed record ClockEnded(int ClockId, DateOnly EndedOn, bool Met) : CaseEvent;
