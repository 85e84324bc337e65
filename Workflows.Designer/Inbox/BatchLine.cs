using Workflows.Designer.WorkItems;
using Workflows.Engine.Cases;

namespace Workflows.Designer.Inbox;

/// <summary>One item of a batch: what is decided is the same for all, what is said about it is its own.</summary>
public sealed class BatchLine(WorkItemSheet sheet)
{
    public WorkItemSheet Sheet => sheet;

    public string Opinion { get; set; } = "";

    public bool IsDone { get; set; }

    /// <summary>Why the engine refused it; null where it has not.</summary>
    public Rejected? Refusal { get; set; }
}
