using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Approvals;

/// <summary>A call activity handles a matter that is a member of the service, else one of the library.</summary>
public sealed class KnownMatter : IDefinitionRule
{
    public string Id => "known-matter";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        IEnumerable<string>? known = definition.Service?.Matters.Select(member => member.Matter.Code) ?? definition.Library?.Matters.Keys;
        return known is null
            ? []
            : from at in definition.Nodes
              let matter = at.Node.Approval.Matter
              where matter is not null && !matter.StartsWith('=') && !known.Contains(matter)
              select new Flaw(at.Node.Id, $"Expected '{at.Node.Id}' to handle a matter of {Owner(definition)}, but '{matter}' is none.");
    }

    private static string Owner(DefinitionUnderCheck definition) =>
        definition.Service is { } service ? $"service '{service.Code}'" : "the library";
}
