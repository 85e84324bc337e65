using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;

namespace Workflows.Designer.WorkItems;

public sealed partial class CorrectionBox
{
    private readonly Dictionary<(string Material, string Point), string> ticked = [];
    private string reason = "";
    private string? fault;

    [Parameter, EditorRequired]
    public WorkItemSheet Sheet { get; set; } = default!;

    /// <summary>What was marked as not met beside the materials is ticked from the start.</summary>
    [Parameter, EditorRequired]
    public ReviewChecklist Checklist { get; set; } = default!;

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<CaseCommand> OnCommand { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    /// <summary>Called with true once something is ticked: a notice that is being written is not kept.</summary>
    [Parameter]
    public EventCallback<bool> OnUnsaved { get; set; }

    private List<FieldPoint> Fields { get; } = [];

    private IEnumerable<FormField> FormFields => Sheet.Scope.Sections.SelectMany(section => section.Fields);

    private List<CorrectionPoint> Points =>
    [
        .. ticked.Select(tick => new CorrectionPoint(tick.Key.Material, null, tick.Key.Point, string.IsNullOrWhiteSpace(tick.Value) ? null : tick.Value.Trim())),
        .. Fields.Where(wrong => wrong.Name.Length > 0 && !string.IsNullOrWhiteSpace(wrong.Wrong))
            .Select(wrong => new CorrectionPoint(null, wrong.Name, wrong.Wrong.Trim(), null)),
    ];

    protected override void OnInitialized()
    {
        foreach (var unmet in Checklist.Unmet)
        {
            ticked[unmet] = "";
        }
    }

    /// <summary>The matter's review points, and that the material is there at all.</summary>
    private IEnumerable<string> PointsOf(NeededMaterial needed) =>
    [
        .. Sheet.View.Case.Materials.ContainsKey(needed.Material.Code) ? Array.Empty<string>() : [Text["Correction.NotGiven"]],
        .. needed.Needs.Where(need => Sheet.Item.Matter is null || need.Matter == Sheet.Item.Matter).SelectMany(need => need.Requirement.ReviewPoints).Distinct(),
    ];

    private Task Tick(string material, string point, bool isTicked)
    {
        fault = null;
        if (isTicked)
        {
            ticked[(material, point)] = "";
        }
        else
        {
            ticked.Remove((material, point));
        }

        return OnUnsaved.InvokeAsync(ticked.Count > 0);
    }

    private async Task Request()
    {
        fault = Points.Count == 0 ? Text["Correction.NothingTicked"].Value
            : string.IsNullOrWhiteSpace(reason) ? Text["Correction.NoReason"].Value
            : null;
        if (fault is null)
        {
            await OnCommand.InvokeAsync(new RequestCorrection(Sheet.Item.Id, Points, reason.Trim()));
        }
    }

    private sealed class FieldPoint
    {
        public string Name { get; set; } = "";

        public string Wrong { get; set; } = "";
    }
}
