namespace Workflows.Definitions.Checks.Approvals;

/// <summary>A list of materials says what it asks for: no "other materials" that can mean anything (消除模糊条款、兜底条款).</summary>
public sealed class NoCatchAllMaterial : IDefinitionRule
{
    private static readonly string[] CatchAlls =
        ["其他材料", "其它材料", "其他相关", "其它相关", "其他有关", "其它有关", "其他需要", "其它需要", "相关材料", "有关材料", "等材料", "其他证明", "其它证明"];

    public string Id => "no-catch-all-material";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from member in definition.Service?.Matters ?? []
        from requirement in member.Matter.Materials
        let name = definition.Library?.Materials.GetValueOrDefault(requirement.Code)?.Name ?? requirement.Code
        where CatchAlls.Any(phrase => name.Contains(phrase, StringComparison.Ordinal))
        select new Flaw(
            null,
            $"Expected matter '{member.Matter.Code}' to name each material, but '{requirement.Code}' ({name}) can mean anything.",
            Source: $"matters/{member.Matter.Code}/matter.yaml");
}
