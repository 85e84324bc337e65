using Microsoft.Extensions.Localization;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Services;
using Workflows.Designer.Shell;
using Workflows.Engine.Intake;

namespace Workflows.Designer.Intake;

/// <summary>The applicant's fields in the user's words: the engine's own, and before them the kind of applicant.</summary>
internal static class ApplicantFields
{
    public const string Kind = "kind";

    /// <summary>The applicant kinds that may apply; a service that names none is open to all.</summary>
    public static IReadOnlyList<ApplicantKind> KindsOf(ServiceDefinition service) =>
        service.Applicants.Count > 0 ? service.Applicants : Enum.GetValues<ApplicantKind>();

    public static IReadOnlyList<FormField> Of(IStringLocalizer text, ServiceDefinition service, ApplicantKind kind) =>
    [
        new FormField(
            Kind, text["Applicant.kind"], FieldKind.Choice, Required: true, null, null, null, null, null, null,
            [.. KindsOf(service).Select(one => new FieldOption(one.ToString(), text.Word(one)))], []),
        .. ApplicantForm.Of(kind).Fields.Select(field => field with { Label = text[LabelOf(field, kind)] }),
    ];

    private static string LabelOf(FormField field, ApplicantKind kind) => field.Kind switch
    {
        FieldKind.CitizenId => "Applicant.citizenId",
        FieldKind.SocialCreditCode => "Applicant.creditCode",
        _ when field.Name == "name" && kind is ApplicantKind.Person => "Applicant.personName",
        _ => $"Applicant.{field.Name}",
    };
}
