using Microsoft.Extensions.Localization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Designer.Forms;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Engine.Files;
using Workflows.Engine.Handling;
using Workflows.Engine.Intake;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Progress;

/// <summary>Takes in what an applicant sends in answer to a correction: only what the notice asks for.</summary>
internal sealed class CorrectionAnswers(FileStore files, CorrectionIntake intake)
{
    public const string CommandId = "command-id";
    public const string Note = "note";

    public static string FormName(Correction correction) => $"correct-{correction.Id}";

    public static string File(string material) => $"material-{material}";

    public static string Field(string name) => $"field-{name}";

    public static IReadOnlyList<Material> Materials(CaseView view, Correction correction) =>
        [.. correction.Points.Select(point => point.Material).OfType<string>().Distinct().Select(code => view.Definitions.Service.Materials.GetValueOrDefault(code)).OfType<Material>()];

    public static IReadOnlyList<FormField> Fields(CaseView view, Correction correction) =>
        [.. correction.Points.Select(point => view.Definitions.Service.Form.Fields.FirstOrDefault(one => one.Name == point.Field)).OfType<FormField>().DistinctBy(one => one.Name)];

    /// <summary>The values that can be chosen, with their words; none where the field is typed.</summary>
    public static IReadOnlyList<(string Value, string Label)> Options(IStringLocalizer text, FormField field) => field.Kind switch
    {
        FieldKind.Choice => [.. field.Options.Select(option => (option.Value, option.Label))],
        FieldKind.YesNo => [(FieldText.Yes, text["Form.Yes"]), (FieldText.No, text["Form.No"])],
        _ => [],
    };

    /// <summary>Sends the answer; a file that is refused is told before anything is sent.</summary>
    public async Task<(FileRefused? File, Rejected? Answer)> Send(CaseView view, Correction correction, IFormCollection form)
    {
        var given = new List<MaterialFile>();
        foreach (var material in Materials(view, correction))
        {
            if (form.Files[File(material.Code)] is not { } upload)
            {
                continue;
            }

            await using var content = upload.OpenReadStream();
            switch (await files.Save(content, upload.FileName, Actor.Applicant))
            {
                case FileRefused refused:
                    return (refused, null);
                case FileSaved saved:
                    given.Add(new MaterialFile(material.Code, saved.File.Id, saved.File.Name));
                    break;
            }
        }

        var fields = Fields(view, correction);
        var values = fields.Count == 0 ? null : fields.Aggregate(FeelContext.Empty, (all, field) => all.With(field.Name, FieldText.Read(field, form[Field(field.Name)])));
        var note = form[Note].ToString().Trim();
        var commandId = form[CommandId].ToString() is { Length: > 0 and <= 64 } id ? $"applicant-{id}" : Guid.CreateVersion7().ToString("N");
        var result = await intake.Answer(view.Case.Id, correction.Id, given, values, note.Length == 0 ? null : note, Actor.Applicant, commandId);
        return (null, (result as CommandRejected)?.Rejection);
    }
}
