using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Intake;

/// <summary>What an applicant has to say of itself, as a form: checked by the same rules as all forms.</summary>
public static class ApplicantForm
{
    private const int LongestName = 200;

    public static FormDefinition Of(ApplicantKind kind) => new(
    [
        new FormSection("applicant", "申请人", null,
        [
            Field("name", "名称", FieldKind.Text, required: true),
            Field("idNumber", "证件号码", kind is ApplicantKind.Person ? FieldKind.CitizenId : FieldKind.SocialCreditCode, required: true),
            Field("phone", "联系电话", FieldKind.Phone, required: true),
            Field("agentName", "经办人", FieldKind.Text, required: false),
        ]),
    ]);

    public static FeelContext Values(Applicant applicant) => FeelContext.Empty
        .With("name", applicant.Name)
        .With("idNumber", applicant.IdNumber)
        .With("phone", applicant.Phone)
        .With("agentName", applicant.AgentName);

    /// <summary>The applicant as conditions read it.</summary>
    public static FeelContext Scope(Applicant applicant) => FeelContext.Empty
        .With("kind", applicant.Kind switch
        {
            ApplicantKind.Person => "person",
            ApplicantKind.Enterprise => "enterprise",
            _ => "organisation",
        })
        .With("name", applicant.Name)
        .With("id", applicant.IdNumber)
        .With("phone", applicant.Phone);

    private static FormField Field(string name, string label, FieldKind kind, bool required) =>
        new(name, label, kind, required, null, null, null, null, LongestName, null, [], []);
}
