using Workflows.Definitions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Matters;
using Workflows.Engine.Definitions;

namespace Workflows.Designer.Intake;

/// <summary>What an application to a service consists of, as it follows from the answers so far (情形引导).</summary>
/// <param name="Questions">The questions that apply.</param>
/// <param name="Matters">The matters that the guidance names; empty while the answers do not suffice.</param>
/// <param name="Sections">The sections of the form that apply, with the fields that apply.</param>
/// <param name="Materials">Each material once, whatever number of matters asks for it.</param>
public sealed record ApplicationScope(
    IReadOnlyList<FormField> Questions,
    IReadOnlyList<MatterDefinition> Matters,
    IReadOnlyList<FormSection> Sections,
    IReadOnlyList<NeededMaterial> Materials)
{
    /// <param name="applicant">As conditions read it.</param>
    public static ApplicationScope Of(DefinitionSet definitions, FeelContext answers, FeelContext form, FeelContext applicant)
    {
        var service = definitions.Service;
        var guidance = Guide(definitions, answers);
        var chosen = guidance["matters"] is FeelList list ? list.OfType<FeelString>().Select(code => code.Value).ToHashSet() : [];
        var matters = service.Matters.Select(member => member.Matter).Where(matter => chosen.Contains(matter.Code)).ToList();
        var scope = FeelContext.Empty.With("applicant", applicant).With("answers", answers).With("guidance", guidance);
        return new ApplicationScope(
            FormValidator.ShownQuestions(service.Questions, answers),
            matters,
            matters.Count == 0 ? [] : SectionsOf(service.Form, FormValidator.Shown(service.Form, form, scope)),
            MaterialSet.Of(service, scope.With("form", form)));
    }

    /// <summary>What the guidance says; nothing while the answers do not lead to a matter yet.</summary>
    private static FeelContext Guide(DefinitionSet definitions, FeelContext answers)
    {
        try
        {
            return definitions.Guide(answers);
        }
        catch (DefinitionException)
        {
            return FeelContext.Empty;
        }
    }

    private static List<FormSection> SectionsOf(FormDefinition form, IReadOnlyList<FormField> shown)
    {
        var names = shown.Select(field => field.Name).ToHashSet();
        return
        [
            .. form.Sections
                .Select(section => section with { Fields = [.. section.Fields.Where(field => names.Contains(field.Name))] })
                .Where(section => section.Fields.Count > 0),
        ];
    }
}
