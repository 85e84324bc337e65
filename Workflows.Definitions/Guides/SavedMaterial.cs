using Workflows.Definitions.Services;

namespace Workflows.Definitions.Guides;

/// <summary>A document behind the materials that <see cref="Savings"/> counts: how often the applicant brings it before and after.</summary>
public sealed record SavedMaterial(string Name, int Before, int After)
{
    /// <summary>Of a service against its matters handled singly: before, once for each matter that asks for it.</summary>
    public static IReadOnlyList<SavedMaterial> Of(ServiceDefinition service) =>
        [.. OneSet.Of(service).Select(asked => new SavedMaterial(asked.Material.Name, asked.Matters.Count, asked.IsBroughtByApplicant ? 1 : 0))];

    /// <summary>Of two versions of a service: what either has the applicant bring, in the order of the newer; what it no longer asks for comes last.</summary>
    /// <remarks>A document is the same where its code is, whatever it is called.</remarks>
    public static IReadOnlyList<SavedMaterial> Between(ServiceDefinition older, ServiceDefinition newer)
    {
        var (before, after) = (Brought(older), Brought(newer));
        return
        [
            .. after.Select(material => new SavedMaterial(material.Value, before.ContainsKey(material.Key) ? 1 : 0, 1)),
            .. before.Where(material => !after.ContainsKey(material.Key)).Select(material => new SavedMaterial(material.Value, 1, 0)),
        ];
    }

    private static Dictionary<string, string> Brought(ServiceDefinition service) => OneSet.Of(service)
        .Where(asked => asked.IsBroughtByApplicant)
        .ToDictionary(asked => asked.Material.Code, asked => asked.Material.Name, StringComparer.Ordinal);
}
