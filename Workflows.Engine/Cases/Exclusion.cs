namespace Workflows.Engine.Cases;

/// <summary>A person who may not act in a case, for a conflict of interest (回避).</summary>
/// <param name="StatedBy">The name of who stated it.</param>
public sealed record Exclusion(string AccountId, string Name, string Reason, string StatedBy, DateTimeOffset At);
