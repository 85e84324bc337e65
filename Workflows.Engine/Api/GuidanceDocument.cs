using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Engine.Definitions;
using Workflows.Engine.Intake;

namespace Workflows.Engine.Api;

/// <summary>What follows from the answers so far.</summary>
/// <param name="Questions">The questions that apply, by name.</param>
/// <param name="Faults">What is missing or wrong in the answers; while there is something, the rest is as far as it can be told.</param>
/// <param name="Matters">The matters that apply, by code.</param>
/// <param name="Fields">The form fields that apply, by name.</param>
public sealed record GuidanceDocument(
    IReadOnlyList<string> Questions,
    IReadOnlyList<AnswerFault> Faults,
    IReadOnlyList<string> Matters,
    IReadOnlyList<string> Fields,
    IReadOnlyList<MaterialDocument> Materials)
{
    internal static GuidanceDocument Of(DefinitionSet definitions, GuidanceRequest request)
    {
        var service = definitions.Service;
        var form = request.Form ?? FeelContext.Empty;
        var guidance = definitions.Guide(request.Answers);
        var scope = FeelContext.Empty.With("answers", request.Answers).With("guidance", guidance);
        scope = request.Applicant is { } applicant ? scope.With("applicant", ApplicantForm.Scope(applicant)) : scope;
        return new GuidanceDocument(
            [.. FormValidator.ShownQuestions(service.Questions, request.Answers).Select(question => question.Name)],
            [.. FormValidator.ValidateAnswers(service.Questions, request.Answers).Select(fault => new AnswerFault(fault.Field, ApiJson.Code(fault.Code), fault.Arguments))],
            guidance["matters"] is FeelList matters ? [.. matters.OfType<FeelString>().Select(code => code.Value)] : [],
            [.. FormValidator.Shown(service.Form, form, scope).Select(field => field.Name)],
            [.. MaterialSet.Of(service, scope.With("form", form)).Select(MaterialDocument.Of)]);
    }
}

public sealed record AnswerFault(string Question, string Code, IReadOnlyList<string> Arguments);

/// <summary>A material that the application needs.</summary>
/// <param name="Matters">The matters that ask for it, by code.</param>
/// <param name="IssuedBy">The matter of the same application whose licence it is, by code: nobody brings it; or null.</param>
public sealed record MaterialDocument(string Code, string Name, bool Required, MaterialSource Source, IReadOnlyList<string> AcceptedTypes, string? Note, IReadOnlyList<string> Matters, string? IssuedBy)
{
    internal static MaterialDocument Of(NeededMaterial needed) => new(
        needed.Material.Code,
        needed.Material.Name,
        needed.IsRequired,
        needed.Source,
        needed.Material.AcceptedTypes,
        needed.Material.Note,
        [.. needed.Needs.Select(need => need.Matter)],
        needed.IssuedBy);
}
