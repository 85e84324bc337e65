using Workflows.Definitions.Materials;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Projects;

/// <summary>A material of a stage that the project has already, with where it comes from and how long it holds.</summary>
/// <param name="Material">The material's code.</param>
/// <param name="CaseNumber">The case that has it.</param>
/// <param name="Matter">The matter that issued it; null where the applicant gave it.</param>
/// <param name="Number">The document's number; null for what the applicant gave.</param>
/// <param name="ValidUntil">The last day on which it holds; null for no end.</param>
/// <param name="FileId">The stored file; null for a result, which is in the licence repository.</param>
public sealed record ReusedMaterial(
    string Material,
    string Name,
    string Stage,
    string CaseNumber,
    string? Matter,
    string? Number,
    DateOnly GivenOn,
    DateOnly? ValidUntil,
    string? FileId,
    string? FileName)
{
    public bool IsExpired(DateOnly today) => ValidUntil < today;
}

/// <summary>One submission, many uses (一次提交、多次复用): finds what a stage needs in the stages before. Pure.</summary>
public static class MaterialReuse
{
    /// <summary>What the project has of the needed materials: a result before a file, the newest of each.</summary>
    public static IReadOnlyList<ReusedMaterial> Of(IReadOnlyList<Material> needed, Project project, ProjectGround ground) =>
        [.. needed.Select(material => Newest(material, project, ground)).OfType<ReusedMaterial>()];

    private static ReusedMaterial? Newest(Material material, Project project, ProjectGround ground)
    {
        var before = project.Cases
            .Select(opened => (opened.Stage, Case: ground.Cases.GetValueOrDefault(opened.CaseId)))
            .Where(opened => opened.Case is not null)
            .Select(opened => (opened.Stage, Case: opened.Case!))
            .ToList();
        return before.SelectMany(opened => Results(material, opened.Stage, opened.Case)).MaxBy(result => result.GivenOn)
            ?? before.SelectMany(opened => Files(material, opened.Stage, opened.Case)).MaxBy(file => file.GivenOn);
    }

    private static IEnumerable<ReusedMaterial> Results(Material material, string stage, Case state) =>
        from matter in state.Matters.Values
        where StageStates.IsApproved(matter)
        from result in matter.Results
        where result.Code == material.Licence
        select new ReusedMaterial(material.Code, material.Name, stage, state.Number, matter.Code, result.Number, result.IssuedOn, result.ValidUntil, null, null);

    private static IEnumerable<ReusedMaterial> Files(Material material, string stage, Case state) =>
        state.Materials.TryGetValue(material.Code, out var given)
            ? [new ReusedMaterial(material.Code, material.Name, stage, state.Number, null, null, DateOnly.FromDateTime(given.GivenAt.DateTime), null, given.FileId, given.FileName)]
            : [];
}
