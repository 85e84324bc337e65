using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Corrections;
using Workflows.Engine.Countersigning;
using Workflows.Engine.Materials;
using Workflows.Engine.Ratings;
using Workflows.Engine.Versions;

namespace Workflows.Engine.Cases;

/// <summary>Something that somebody asks of one case. Accepted or refused whole.</summary>
public abstract record CaseCommand;

/// <summary>Opens a case from an application (收件).</summary>
/// <param name="Number">办件编号, given by the numbering of the store.</param>
/// <param name="Answers">The answers to the guided questions, by question.</param>
/// <param name="Form">The form's values, by field.</param>
public sealed record StartCase(
    string Number,
    string ServiceCode,
    int ServiceVersion,
    Applicant Applicant,
    FeelContext Answers,
    FeelContext Form,
    IReadOnlyList<GivenMaterial> Materials,
    string Channel) : CaseCommand;

public sealed record ClaimWorkItem(int WorkItemId) : CaseCommand;

/// <summary>Puts a claimed work item back for the others of the department.</summary>
public sealed record ReleaseWorkItem(int WorkItemId) : CaseCommand;

/// <param name="Values">Values that the step adds, e.g. the number of a certificate; they are read as <c>step.name</c>.</param>
public sealed record CompleteWorkItem(int WorkItemId, string Outcome, string? Opinion, FeelContext? Values = null) : CaseCommand;

/// <summary>Sends the case back (退回) to a step that was done on the way to the work item.</summary>
/// <param name="To">The step, by element.</param>
/// <param name="Mark">Of the plan that was shown: the command is refused where it would do something else; null for whatever it does.</param>
public sealed record SendBack(int WorkItemId, string To, SendBackReturn Afterwards, string Reason, string? Mark = null) : CaseCommand;

/// <summary>Gives a work item to somebody of the department: the head assigns, the holder passes on (转办).</summary>
/// <param name="To">As the directory knows the person.</param>
/// <param name="Reason">Asked for where somebody holds the item.</param>
public sealed record AssignWorkItem(int WorkItemId, Actor To, string? Reason = null) : CaseCommand;

/// <summary>Has somebody else prepare a held work item (委托): it comes back to the holder, who alone completes it.</summary>
public sealed record DelegateWorkItem(int WorkItemId, Actor To, string Reason) : CaseCommand;

/// <summary>Gives a delegated work item back, by who prepared it, or takes it back, by who delegated it.</summary>
/// <param name="Note">What was found; null for nothing.</param>
public sealed record HandBackWorkItem(int WorkItemId, string? Note = null) : CaseCommand;

/// <summary>Has somebody sign a countersign whom its definition does not ask (加签).</summary>
/// <param name="WorkItemId">The actor's own signature.</param>
/// <param name="Signer">As the directory knows the person; of any department, with the post that the step asks for.</param>
public sealed record AddSigner(int WorkItemId, Actor Signer, SignerPlace Place, string Reason) : CaseCommand;

/// <summary>Takes a signer who has not signed away from a countersign (减签); one stays always.</summary>
/// <param name="WorkItemId">The actor's own signature, or one of the head's department.</param>
/// <param name="SignerItemId">The signature that is not waited for any longer.</param>
public sealed record RemoveSigner(int WorkItemId, int SignerItemId, string Reason) : CaseCommand;

/// <summary>Keeps a person out of the case for a conflict of interest (回避): the person's own, or the head's, statement.</summary>
/// <param name="Who">As the directory knows the person.</param>
public sealed record ExcludeOfficer(Actor Who, string Reason) : CaseCommand;

/// <summary>Reminds of an open work item (催办): the lead, the window, a head or a supervisor; once a day.</summary>
public sealed record RemindWorkItem(int WorkItemId, string? Note) : CaseCommand;

/// <summary>Copies the case to people who may see it (抄送). Also after the case has ended.</summary>
/// <param name="To">As the directory knows the persons.</param>
public sealed record CopyCase(IReadOnlyList<Actor> To, string? Note) : CaseCommand;

/// <summary>Says that one has read one's copy of the case (已阅). Also after the case has ended.</summary>
public sealed record MarkCopyRead : CaseCommand;

/// <summary>Says something of the case, for the office only (留言). Also after the case has ended.</summary>
/// <param name="WorkItemId">What it is about; null for the case as a whole.</param>
public sealed record CommentOnCase(string Text, int? WorkItemId = null) : CaseCommand;

/// <summary>Takes a completed step back (撤回), by who completed it, before anybody has opened what follows.</summary>
public sealed record RecallWorkItem(int WorkItemId, string Reason) : CaseCommand;

/// <summary>The applicant withdraws the application (撤件), whole or one matter of it, before it is decided.</summary>
/// <param name="Matter">By code; null for the whole application.</param>
public sealed record WithdrawApplication(string Reason, string? Matter = null) : CaseCommand;

/// <summary>Ends the case without a decision (终止), by the head of the lead department or an administrator.</summary>
/// <param name="Document">The number of the decision that ends it.</param>
public sealed record TerminateCase(string Basis, string Document, string Reason) : CaseCommand;

/// <summary>Puts the case from a work item at another element of the same process (跳转), by an administrator; only where it can still end from there.</summary>
public sealed record JumpTo(int WorkItemId, string ElementId, string Reason) : CaseCommand;

/// <summary>Tells the applicant once everything that is missing (一次性告知) and stops the clocks meanwhile.</summary>
public sealed record RequestCorrection(int WorkItemId, IReadOnlyList<CorrectionPoint> Points, string Reason) : CaseCommand;

/// <summary>Brings what a correction asked for; the clocks go on.</summary>
/// <param name="Form">Changed form values only; null where none changed.</param>
public sealed record AnswerCorrection(int CorrectionId, IReadOnlyList<GivenMaterial> Materials, FeelContext? Form, string? Note) : CaseCommand;

/// <summary>Begins a special procedure (特别程序) at a step: the clocks that the definition names stand, by a notice that the applicant has in writing.</summary>
/// <param name="Approver">Who approved it.</param>
/// <param name="Notice">The number of the written notice.</param>
public sealed record OpenSpecialProcedure(
    int WorkItemId,
    StopKind Kind,
    string Basis,
    string Approver,
    string Notice,
    DateOnly PlannedEndOn,
    string Reason) : CaseCommand;

/// <summary>Ends a special procedure with its result; the clocks go on. Also after the case has ended.</summary>
public sealed record CloseSpecialProcedure(int ProcedureId, string Result) : CaseCommand;

/// <summary>Extends a limit (延期), once, with the approval that its definition asks for.</summary>
/// <param name="Amount">In the limit's unit.</param>
/// <param name="Document">The number of the approval.</param>
/// <param name="Reason">As the applicant was told.</param>
public sealed record ExtendLimit(int ClockId, decimal Amount, string Approver, string Document, string Reason) : CaseCommand;

/// <summary>Issues what is owed after silent consent (补发文书). Also after the case has ended.</summary>
/// <param name="Values">E.g. the number of the document; null for nothing.</param>
public sealed record IssueOverdueDocument(string Matter, FeelContext? Values = null) : CaseCommand;

/// <summary>The applicant's judgement of a matter that has ended (好差评). Also after the case has ended.</summary>
public sealed record RateMatter(string Matter, RatingGrade Grade, string? Comment) : CaseCommand;

/// <summary>Tells what the department has put right after a bad rating (整改). Also after the case has ended.</summary>
public sealed record RectifyRating(string Matter, string Result) : CaseCommand;

/// <summary>Tells the case that its calendar has changed: what moved is written down with its reason.</summary>
/// <param name="Told">The due days as they were told before.</param>
/// <param name="Reason">The days that count otherwise now, in words.</param>
public sealed record RecountClocks(string Calendar, string Reason, IReadOnlyList<ToldDueDay> Told) : CaseCommand;

/// <summary>A clock's due day as people were told of it.</summary>
public sealed record ToldDueDay(int ClockId, DateOnly DueOn);

/// <summary>Lets everything happen that is due at the command's instant. Harmless when late or repeated: the state decides.</summary>
public sealed record ReachTime : CaseCommand;

/// <summary>A message for the elements of the case that wait for it.</summary>
/// <param name="Payload">Entries that are put into the waiting scope.</param>
/// <param name="Correlation">Compared with the waiting element's key; null matches every one.</param>
/// <param name="Key">For a message of another case: what tells it from all others, so that no two cases get it. Null for any other.</param>
public sealed record DeliverMessage(string Name, FeelContext? Payload = null, FeelValue? Correlation = null, string? Key = null) : CaseCommand;

/// <summary>A signal for all elements of the case that wait for it.</summary>
public sealed record BroadcastSignal(string Name, FeelContext? Payload = null) : CaseCommand;

/// <summary>The answer of another system to a service or send task with a connector.</summary>
public sealed record CompleteActivity(int InstanceId, FeelContext? Values = null) : CaseCommand;

/// <summary>Another system reports that a task with a connector failed with a business error.</summary>
public sealed record FailActivity(int InstanceId, string ErrorCode, string Message) : CaseCommand;

/// <summary>Moves the case to another version of its service.</summary>
public sealed record MigrateCase(int ToVersion, MigrationInstructions Instructions) : CaseCommand;

/// <summary>Tries again where an incident stopped the case.</summary>
public sealed record RetryIncident(int IncidentId, string Reason, FeelContext? Variables = null) : CaseCommand;

/// <summary>Goes on past an incident without what it stopped: the activity counts as done, the call as made.</summary>
/// <param name="FlowId">For a gateway: the flow to take.</param>
/// <param name="Values">Values that the activity would have brought.</param>
public sealed record SkipIncident(int IncidentId, string Reason, string? FlowId = null, FeelContext? Values = null) : CaseCommand;

/// <summary>The engine's own report that a call outward was given up; also after the end of the case.</summary>
/// <param name="Consumer">The consumer that the call was for; empty where it was for all of its kind.</param>
/// <param name="InstanceId">The element instance that waits for the answer; null where nothing waits.</param>
public sealed record ReportUndelivered(string Key, string Consumer, int? InstanceId, string Message) : CaseCommand;
