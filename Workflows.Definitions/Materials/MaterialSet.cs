using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Services;

namespace Workflows.Definitions.Materials;

/// <summary>A material that an application needs, once for all matters that ask for it.</summary>
/// <param name="IsRequired">True where any of the matters requires it.</param>
/// <param name="IssuedBy">The matter of the same application whose licence it is, by code: nobody is asked for it. Null where it comes from outside.</param>
/// <param name="Source">Shared data where any matter can get it there: what one of them has, the applicant need not bring.</param>
public sealed record NeededMaterial(Material Material, bool IsRequired, MaterialSource Source, IReadOnlyList<MaterialNeed> Needs, string? IssuedBy = null)
{
    /// <summary>True where the application is not complete without the applicant's file.</summary>
    public bool IsAskedOfApplicant => IsRequired && Source is MaterialSource.Applicant && IssuedBy is null;
}

/// <summary>What one matter asks of a material.</summary>
public sealed record MaterialNeed(string Matter, MaterialRequirement Requirement);

/// <summary>The one set of materials (一套材料) of an application.</summary>
public static class MaterialSet
{
    /// <summary>The materials of the matters in <c>guidance.matters</c>, in the order of the service's matters.</summary>
    /// <param name="scope">What the conditions read: <c>answers</c>, <c>guidance</c>, <c>form</c>, <c>applicant</c>. What is not filled in yet meets no condition.</param>
    public static IReadOnlyList<NeededMaterial> Of(ServiceDefinition service, FeelContext scope)
    {
        var chosen = scope["guidance"] is FeelContext guidance && guidance["matters"] is FeelList matters
            ? matters.OfType<FeelString>().Select(code => code.Value).ToHashSet(StringComparer.Ordinal)
            : [];
        var handled = service.Matters.Select(member => member.Matter).Where(matter => chosen.Contains(matter.Code)).ToList();
        return [..
            from matter in handled
            from requirement in matter.Materials
            where requirement.When is null || FeelExpression.Parse(requirement.When).Evaluate(scope).IsTrue
            group new MaterialNeed(matter.Code, requirement) by requirement.Code into needs
            let material = service.Materials[needs.Key]
            select Merge(material, [.. needs], IssuerOf(material, handled))];
    }

    private static NeededMaterial Merge(Material material, IReadOnlyList<MaterialNeed> needs, string? issuedBy) => new(
        material,
        needs.Any(need => need.Requirement.Required),
        needs.Any(need => need.Requirement.Source == MaterialSource.SharedData) ? MaterialSource.SharedData : MaterialSource.Applicant,
        needs,
        issuedBy);

    private static string? IssuerOf(Material material, IEnumerable<MatterDefinition> handled) =>
        material.Licence is { } licence ? handled.FirstOrDefault(matter => matter.Results.Any(result => result.Code == licence))?.Code : null;
}
