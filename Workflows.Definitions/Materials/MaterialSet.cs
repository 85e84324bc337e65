using Workflows.Definitions.Feel;
using Workflows.Definitions.Services;

namespace Workflows.Definitions.Materials;

/// <summary>A material that an application needs, once for all matters that ask for it.</summary>
/// <param name="IsRequired">True where any of the matters requires it.</param>
/// <param name="Source">Shared data where any matter can get it there: what one of them has, the applicant need not bring.</param>
public sealed record NeededMaterial(Material Material, bool IsRequired, MaterialSource Source, IReadOnlyList<MaterialNeed> Needs);

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
        return [..
            from member in service.Matters
            where chosen.Contains(member.Matter.Code)
            from requirement in member.Matter.Materials
            where requirement.When is null || FeelExpression.Parse(requirement.When).Evaluate(scope).IsTrue
            group new MaterialNeed(member.Matter.Code, requirement) by requirement.Code into needs
            select Merge(service.Materials[needs.Key], [.. needs])];
    }

    private static NeededMaterial Merge(Material material, IReadOnlyList<MaterialNeed> needs) => new(
        material,
        needs.Any(need => need.Requirement.Required),
        needs.Any(need => need.Requirement.Source == MaterialSource.SharedData) ? MaterialSource.SharedData : MaterialSource.Applicant,
        needs);
}
