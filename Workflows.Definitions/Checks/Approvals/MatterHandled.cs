namespace Workflows.Definitions.Checks.Approvals;

/// <summary>Every member matter of a service is handled by its process.</summary>
public sealed class MatterHandled : IDefinitionRule
{
    public string Id => "matter-handled";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        var handled = definition.Nodes.Select(at => at.Node.Approval.Matter).OfType<string>().ToHashSet();
        return definition.Service is null || handled.Any(matter => matter.StartsWith('='))
            ? []
            : definition.Service.Matters
                .Where(member => !handled.Contains(member.Matter.Code))
                .Select(member => new Flaw(
                    definition.Model.Processes.Count > 0 ? definition.Model.Processes[0].Id : null,
                    $"Expected the process of service '{definition.Service.Code}' to handle matter '{member.Matter.Code}', but nothing in it does."));
    }
}
