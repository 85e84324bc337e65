using System.Globalization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Services;

namespace Workflows.Engine.Drafts;

/// <summary>An application to try a service with that has no examples: every field is filled with the first value that it takes.</summary>
public static class TrialApplication
{
    public const string Code = "blank";

    public static ExampleApplication Of(ServiceDefinition service, DateOnly receivedOn) => new()
    {
        Code = Code,
        Name = "空白申请",
        ReceivedOn = receivedOn,
        Applicant = new ExampleApplicant(service.Applicants.DefaultIfEmpty(ApplicantKind.Enterprise).First(), "试办申请人", "", ""),
        Answers = Filled(service.Questions, receivedOn),
        Form = Filled(service.Form.Fields, receivedOn),
        Materials = new Dictionary<string, string>(),
        Expected = new ExampleEnd("completed", receivedOn, new Dictionary<string, ExpectedMatter>()),
    };

    private static FeelContext Filled(IEnumerable<FormField> fields, DateOnly day) =>
        fields.Aggregate(FeelContext.Empty, (filled, field) => field.Kind switch
        {
            FieldKind.Number => filled.With(field.Name, field.Minimum ?? 1),
            FieldKind.YesNo => filled.With(field.Name, false),
            FieldKind.Choice => filled.With(field.Name, field.Options[0].Value),
            FieldKind.Date => filled.With(field.Name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => filled.With(field.Name, field.Label),
        });
}
