using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Materials;
using Workflows.Designer.WorkItems;
using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Cases;

public sealed partial class MaterialList
{
    private string? selected;

    [Parameter, EditorRequired]
    public CaseView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<NeededMaterial> Materials { get; set; } = [];

    /// <summary>The matter whose review points are shown; null for those of all.</summary>
    [Parameter]
    public string? Matter { get; set; }

    /// <summary>Where the officer marks the review points; null where they are only read.</summary>
    [Parameter]
    public ReviewChecklist? Checklist { get; set; }

    [Parameter]
    public EventCallback OnMarked { get; set; }

    protected override void OnParametersSet() =>
        selected ??= Materials.Select(needed => needed.Material.Code).FirstOrDefault(View.Case.Materials.ContainsKey);

    private IEnumerable<string> PointsOf(NeededMaterial needed) =>
        needed.Needs.Where(need => Matter is null || need.Matter == Matter).SelectMany(need => need.Requirement.ReviewPoints).Distinct();

    private IssuedResult? IssuedAs(NeededMaterial needed) =>
        View.Case.Matters[needed.IssuedBy!].Results.FirstOrDefault(result => result.Code == needed.Material.Licence);

    private bool IsCorrected(string code) =>
        View.Case.Corrections.Values.Any(correction =>
            correction.AnsweredAt is { } answered
            && correction.Points.Any(point => point.Material == code)
            && View.Case.Materials[code].GivenAt <= answered && View.Case.Materials[code].GivenAt >= correction.RequestedAt);
}
