using Workflows.Definitions.Forms;

namespace Workflows.Designer.Forms;

/// <summary>Fields that belong together outside a service's own form: the questions, the applicant, what a correction asks for.</summary>
internal static class FormParts
{
    public static IReadOnlyList<FormSection> Section(string code, string title, IReadOnlyList<FormField> fields) =>
        [new FormSection(code, title, null, fields)];
}
