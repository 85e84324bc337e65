using Workflows.Definitions.Materials;
using Workflows.Definitions.Services;

namespace Workflows.Definitions.Guides;

/// <summary>The one set of materials (一套材料) of a service in all its situations.</summary>
public static class OneSet
{
    /// <summary>Each material once, in the order of the matters.</summary>
    public static IReadOnlyList<AskedMaterial> Of(ServiceDefinition service) =>
    [
        .. from member in service.Matters
           from requirement in member.Matter.Materials
           group (member.Matter, Requirement: requirement) by requirement.Code into asked
           let material = service.Materials[asked.Key]
           select new AskedMaterial(
               material,
               asked.Any(one => one.Requirement.Source is MaterialSource.SharedData) ? MaterialSource.SharedData : MaterialSource.Applicant,
               asked.All(one => one.Requirement.When is null),
               [.. asked.Select(one => one.Matter.Name)],
               IssuerOf(material, service)),
    ];

    private static string? IssuerOf(Material material, ServiceDefinition service) => material.Licence is { } licence
        ? service.Matters.FirstOrDefault(member => member.Matter.Results.Any(result => result.Code == licence))?.Matter.Name
        : null;
}

/// <summary>A material as a service asks for it.</summary>
/// <param name="IsAlways">False where a matter asks for it in some situations only.</param>
/// <param name="Matters">The names of the matters that ask for it.</param>
/// <param name="IssuedBy">The name of the service's own matter that issues it, or null.</param>
public sealed record AskedMaterial(Material Material, MaterialSource Source, bool IsAlways, IReadOnlyList<string> Matters, string? IssuedBy)
{
    public bool IsBroughtByApplicant => Source is MaterialSource.Applicant && IssuedBy is null;
}
