using System.Collections.Immutable;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Services;
using Workflows.Designer.Forms;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Files;
using Workflows.Engine.Intake;

namespace Workflows.Designer.Intake;

/// <summary>An application while the window clerk fills it in: what was typed, and what follows from it.</summary>
public sealed record IntakeDraft
{
    public const string Answers = "answers";
    public const string Applicant = "applicant";
    public const string Form = "form";
    public const string MaterialPart = "materials";

    private IntakeDraft(DefinitionSet definitions)
    {
        Definitions = definitions;
        Scope = ApplicationScope.Of(definitions, FeelContext.Empty, FeelContext.Empty, FeelContext.Empty);
    }

    public DefinitionSet Definitions { get; }

    /// <summary>The newest file of each material, by material code.</summary>
    public ImmutableSortedDictionary<string, StoredFile> Files { get; init; } = ImmutableSortedDictionary<string, StoredFile>.Empty;

    /// <summary>What the answers so far call for.</summary>
    public ApplicationScope Scope { get; private init; }

    public ApplicantKind Kind => Enum.TryParse<ApplicantKind>(Text(Applicant, ApplicantFields.Kind), out var kind) ? kind : ApplicantFields.KindsOf(Definitions.Service)[0];

    /// <summary>True while nothing was typed or uploaded that could be lost.</summary>
    public bool IsEmpty => Touched.IsEmpty && Files.IsEmpty;

    /// <summary>The application as it would be submitted now: what was typed or uploaded but no longer applies is left out.</summary>
    public Application Application => new(
        Definitions.Service.Code,
        new Applicant(
            Kind,
            Text(Applicant, "name") ?? "",
            Text(Applicant, "idNumber")?.ToUpperInvariant() ?? "",
            Text(Applicant, "phone") ?? "",
            Text(Applicant, "agentName")),
        Values(Answers, Scope.Questions),
        Values(Form, Scope.Sections.SelectMany(section => section.Fields)),
        [.. Scope.Materials.Where(needed => Files.ContainsKey(needed.Material.Code)).Select(needed => new MaterialFile(needed.Material.Code, Files[needed.Material.Code].Id, Files[needed.Material.Code].Name))],
        "window");

    /// <summary>What was typed, by part and field.</summary>
    private ImmutableDictionary<(string Part, string Field), string?> Typed { get; init; } = ImmutableDictionary<(string, string), string?>.Empty;

    private ImmutableHashSet<string> Touched { get; init; } = [];

    public static IntakeDraft For(DefinitionSet definitions)
    {
        var draft = new IntakeDraft(definitions);
        return draft with { Typed = draft.Typed.Add((Applicant, ApplicantFields.Kind), draft.Kind.ToString()) };
    }

    /// <summary>The draft as it was when it was kept.</summary>
    public static IntakeDraft Restore(DefinitionSet definitions, KeptDraft kept)
    {
        var draft = For(definitions) with
        {
            Typed = kept.Texts.ToImmutableDictionary(text => (text.Part, text.Field), text => text.Text),
            Touched = [.. kept.Texts.Where(text => text.IsTouched).Select(text => $"{text.Part}.{text.Field}")],
            Files = kept.Files.ToImmutableSortedDictionary(),
        };

        return draft with { Scope = draft.Follow() };
    }

    public KeptDraft ToKept() => new(
        [.. Typed.Select(text => new KeptText(text.Key.Part, text.Key.Field, text.Value, IsTouched($"{text.Key.Part}.{text.Key.Field}")))],
        Files);

    /// <summary>What was typed into the fields of a part, by field name.</summary>
    public IReadOnlyDictionary<string, string?> Texts(string part) =>
        Typed.Where(text => text.Key.Part == part).ToDictionary(text => text.Key.Field, text => text.Value);

    public IntakeDraft With(string part, FieldChange change)
    {
        var changed = this with { Typed = Typed.SetItem((part, change.Name), change.Value), Touched = Touched.Add($"{part}.{change.Name}") };
        return changed with { Scope = changed.Follow() };
    }

    /// <summary>Everything that is wrong or missing, by the engine's own rules.</summary>
    public IReadOnlyList<ApplicationFault> Faults(DateOnly today) =>
        [.. ApplicationCheck.Faults(Application, Definitions, Files.Values.DistinctBy(file => file.Id).ToDictionary(file => file.Id), today)];

    /// <summary>True where the clerk has typed into the field: before, it is empty and not wrong.</summary>
    public bool IsTouched(string target) => Touched.Contains(target);

    /// <summary>The numbers that were typed into other fields of the same kind.</summary>
    public IReadOnlyList<string> TypedElsewhere(FormField field, IEnumerable<FormField> applicant) =>
        field.Kind is not (FieldKind.SocialCreditCode or FieldKind.CitizenId or FieldKind.Phone)
            ? []
            :
            [
                .. applicant.Select(one => (Part: Applicant, Field: one))
                    .Concat(Scope.Sections.SelectMany(section => section.Fields).Select(one => (Part: Form, Field: one)))
                    .Where(one => one.Field.Kind == field.Kind && one.Field != field)
                    .Select(one => Text(one.Part, one.Field.Name))
                    .OfType<string>()
                    .Distinct(),
            ];

    private ApplicationScope Follow()
    {
        var service = Definitions.Service;
        var questions = FormValidator.ShownQuestions(service.Questions, Values(Answers, service.Questions));
        return ApplicationScope.Of(Definitions, Values(Answers, questions), Values(Form, service.Form.Fields), ApplicantForm.Scope(Application.Applicant));
    }

    private string? Text(string part, string field) => Typed.GetValueOrDefault((part, field))?.Trim() is { Length: > 0 } text ? text : null;

    private FeelContext Values(string part, IEnumerable<FormField> fields) => fields.Aggregate(FeelContext.Empty, (all, field) =>
        FieldText.Read(field, Typed.GetValueOrDefault((part, field.Name))) is var value and not FeelNull ? all.With(field.Name, value) : all);
}
