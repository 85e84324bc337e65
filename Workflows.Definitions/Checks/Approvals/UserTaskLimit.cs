using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Approvals;

/// <summary>Every user task has a time limit: what has none cannot be supervised.</summary>
public sealed class UserTaskLimit : IDefinitionRule
{
    public string Id => "user-task-limit";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is UserTask { Approval.TimeLimits.Count: 0 }
        select new Flaw(at.Node.Id, $"Expected user task '{at.Node.Id}' to have a time limit, but it has none.");
}
