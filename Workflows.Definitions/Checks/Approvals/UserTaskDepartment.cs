using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Approvals;

/// <summary>Every user task names who does it: a department or a post, by itself or by its lane.</summary>
public sealed class UserTaskDepartment : IDefinitionRule
{
    public string Id => "user-task-department";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is UserTask { Approval: { Department: null, Role: null } } && at.Scope.Process.LaneOf(at.Node)?.Department is null
        select new Flaw(at.Node.Id, $"Expected user task '{at.Node.Id}' or its lane to name a department or a role, but neither does.");
}
