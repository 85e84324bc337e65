using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases;

/// <summary>Somebody reminded of an open item (催办).</summary>
public sealed record WorkItemReminded(int WorkItemId, string? Note, Holder By, DateTimeOffset At) : CaseEvent;

/// <summary>The case was copied to people (抄送).</summary>
public sealed record CaseCopied(IReadOnlyList<Holder> To, string? Note, Holder By, DateTimeOffset At) : CaseEvent;

/// <summary>A copy was read (已阅).</summary>
public sealed record CopyRead(string AccountId, string Name, DateTimeOffset At) : CaseEvent;

/// <summary>Somebody of the office said something of the case (留言).</summary>
/// <param name="WorkItemId">What it is about; null for the case as a whole.</param>
public sealed record CommentMade(int? WorkItemId, string Text, Holder By, DateTimeOffset At) : CaseEvent;
