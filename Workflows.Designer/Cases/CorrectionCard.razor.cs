using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Designer.Accounts;
using Workflows.Designer.Forms;
using Workflows.Designer.Shell;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Engine.Files;
using Workflows.Engine.Handling;
using Workflows.Engine.Intake;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Cases;

public sealed partial class CorrectionCard
{
    private const string FormPart = "correction";

    private readonly Dictionary<string, StoredFile> given = [];
    private readonly Dictionary<string, string?> texts = [];
    private readonly string commandId = Guid.CreateVersion7().ToString("N");
    private readonly Dictionary<string, string> faults = [];
    private string? note;
    private string? fault;
    private Rejected? refusal;
    private bool isBusy;

    [Parameter, EditorRequired]
    public CaseView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public Correction Correction { get; set; } = default!;

    /// <summary>True at the window: the applicant brings there what is missing.</summary>
    [Parameter]
    public bool CanAnswer { get; set; }

    [Parameter]
    public EventCallback OnAnswered { get; set; }

    [Inject]
    private CorrectionIntake Intake { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    private List<Material> Materials =>
        [.. Correction.Points.Select(point => point.Material).OfType<string>().Distinct().Select(code => View.Definitions.Service.Materials.GetValueOrDefault(code)).OfType<Material>()];

    private List<FormField> Fields =>
    [
        .. Correction.Points.Select(point => View.Definitions.Service.Form.Fields.FirstOrDefault(one => one.Name == point.Field)).OfType<FormField>().DistinctBy(one => one.Name),
    ];

    protected override void OnInitialized()
    {
        foreach (var field in Fields)
        {
            texts[field.Name] = FieldText.Of(View.Form()[field.Name]);
        }
    }

    private void Give(string material, StoredFile file)
    {
        given[material] = file;
        fault = null;
    }

    private void Change(FieldChange change)
    {
        fault = null;
        texts[change.Name] = change.Value;
        Check();
    }

    private FeelContext Check()
    {
        var values = Fields.Aggregate(FeelContext.Empty, (all, field) => all.With(field.Name, FieldText.Read(field, texts.GetValueOrDefault(field.Name))));
        faults.Clear();
        foreach (var wrong in FormValidator.Validate(new FormDefinition(FormParts.Section(FormPart, "", Fields)), values, FeelContext.Empty, View.Today))
        {
            faults[wrong.Field] = Refusals.Sentence(Text, wrong);
        }

        return values;
    }

    private async Task Answer()
    {
        var values = Check();
        var missing = Materials.Where(wanted => !given.ContainsKey(wanted.Code)).Select(wanted => wanted.Name).ToList();
        fault = missing.Count > 0 ? Text["Correction.StillMissing", string.Join("、", missing)].Value
            : faults.Count > 0 ? Text["Form.HasFaults", faults.Count].Value
            : null;
        if (fault is not null)
        {
            return;
        }

        isBusy = true;
        var result = await Intake.Answer(
            View.Case.Id,
            Correction.Id,
            [.. given.Select(file => new MaterialFile(file.Key, file.Value.Id, file.Value.Name))],
            Fields.Count == 0 ? null : values,
            string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            await SignedIn.Actor(),
            commandId);
        refusal = (result as CommandRejected)?.Rejection;
        isBusy = false;
        if (refusal is null)
        {
            await OnAnswered.InvokeAsync();
        }
    }
}
