using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Circulation;

/// <summary>A person whom the case was copied to (抄送): to know of it, not to do anything.</summary>
/// <param name="ReadAt">When the person marked it read (已阅); null while unread. A second copy is unread again.</param>
public sealed record Copy(Holder To, string? Note, Holder By, DateTimeOffset At, DateTimeOffset? ReadAt = null);
