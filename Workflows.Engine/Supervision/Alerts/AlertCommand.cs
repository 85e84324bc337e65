namespace Workflows.Engine.Supervision.Alerts;

/// <summary>Something that somebody asks of one alert.</summary>
public abstract record AlertCommand;

/// <summary>Issues a proposed alert (人工确认).</summary>
public sealed record ConfirmAlert(string? Reason = null) : AlertCommand;

/// <summary>Does not issue a proposed alert.</summary>
public sealed record DismissAlert(string Reason) : AlertCommand;

public sealed record AnswerAlert(string Text) : AlertCommand;

/// <summary>Takes an answer for none: the department has to answer anew.</summary>
public sealed record SendReplyBack(string Reason) : AlertCommand;

public sealed record AppealAlert(string Reason) : AlertCommand;

public sealed record DecideAppeal(AppealRuling Ruling, string Reason) : AlertCommand;

/// <summary>Accepts the answer.</summary>
public sealed record CloseAlert(string? Note = null) : AlertCommand;

/// <summary>Lets the limit to answer pass where it is past. Harmless when late or repeated: the state decides.</summary>
public sealed record ReachReplyLimit : AlertCommand;
