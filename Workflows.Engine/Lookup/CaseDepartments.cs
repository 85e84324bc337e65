using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Lookup;

/// <summary>The departments that take part in a case: those of its matters and work items, the lead, and the one that received it.</summary>
internal static class CaseDepartments
{
    public static IReadOnlyList<string> Of(Case state, DefinitionSet definitions) =>
    [
        .. state.Matters.Values.Select(matter => matter.Department)
            .Concat(state.WorkItems.Values.Select(item => item.Department))
            .Append(definitions.Service.LeadDepartment)
            .Concat(state.ReceivedBy is { } receivedBy ? [receivedBy] : [])
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>True where the person is of one of them, or oversees all.</summary>
    public static bool IsSeenBy(Case state, DefinitionSet definitions, Actor actor) =>
        actor.Is(Role.Supervisor) || actor.Is(Role.Administrator) || (actor.Department is { } department && Of(state, definitions).Contains(department));
}
