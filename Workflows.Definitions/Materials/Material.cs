namespace Workflows.Definitions.Materials;

/// <summary>An entry of the material catalogue (材料库), shared by all matters.</summary>
/// <param name="AcceptedTypes">File name extensions without dot, lower case.</param>
public sealed record Material(string Code, string Name, string Medium, IReadOnlyList<string> AcceptedTypes, string? Note)
{
    /// <summary>The licence whose electronic copy stands for the material, by code in <c>catalogue/licences.yaml</c>, or null.</summary>
    public string? Licence { get; init; }
}

/// <summary>A material as one matter asks for it.</summary>
/// <param name="Code">The material's code in <c>catalogue/materials.yaml</c>.</param>
/// <param name="When">A FEEL condition over the answers and the form, or null for always.</param>
/// <param name="ReviewPoints">审查要点: what the clerk and the officer check, one sentence each.</param>
/// <param name="Source">Where it comes from: the applicant or shared data.</param>
public sealed record MaterialRequirement(
    string Code,
    bool Required,
    string? When,
    MaterialSource Source,
    IReadOnlyList<string> ReviewPoints);

/// <summary>来源渠道.</summary>
public enum MaterialSource
{
    /// <summary>申请人自备</summary>
    Applicant,

    /// <summary>数据共享</summary>
    SharedData,
}
