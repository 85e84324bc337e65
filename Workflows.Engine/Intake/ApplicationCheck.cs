using System.Text.Json;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Files;

namespace Workflows.Engine.Intake;

/// <summary>Checks an application against its service: applicant, answers, form and materials.</summary>
public static class ApplicationCheck
{
    /// <param name="files">The stored files, by id.</param>
    /// <param name="today">The day of receipt, in the region.</param>
    public static IEnumerable<ApplicationFault> Faults(Application application, DefinitionSet definitions, IReadOnlyDictionary<string, StoredFile> files, DateOnly today)
    {
        var service = definitions.Service;
        var applicant = application.Applicant;
        if (service.Applicants.Count > 0 && !service.Applicants.Contains(applicant.Kind))
        {
            yield return new ApplicationFault("applicant.kind", "not-an-option", [Kebab(applicant.Kind)]);
        }

        if (service.Windows.Count > 0 && service.WindowOn(today) is null)
        {
            yield return new ApplicationFault("service", "not-open", [string.Join("、", service.Windows.Select(window => $"{window.Name} {window.OpensOn:O} – {window.ClosesOn:O}"))]);
        }

        foreach (var fault in FormValidator.Validate(ApplicantForm.Of(applicant.Kind), ApplicantForm.Values(applicant), FeelContext.Empty, today))
        {
            yield return Fault("applicant", fault);
        }

        var answerFaults = FormValidator.ValidateAnswers(service.Questions, application.Answers);
        foreach (var fault in answerFaults)
        {
            yield return Fault("answers", fault);
        }

        // What form and materials are needed follows from the answers: with wrong ones there is nothing to measure them by.
        if (answerFaults.Count > 0)
        {
            yield break;
        }

        var scope = Scope(application, definitions);
        foreach (var fault in FormFaults(service, application.Form, scope, today).Concat(MaterialFaults(service, application.Materials, scope.With("form", application.Form), files)))
        {
            yield return fault;
        }
    }

    public static IEnumerable<ApplicationFault> FormFaults(ServiceDefinition service, FeelContext form, FeelContext scope, DateOnly today) =>
        FormValidator.Validate(service.Form, form, scope, today).Select(fault => Fault("form", fault));

    /// <summary>The faults of materials that are given, without asking which of the needed ones are missing.</summary>
    public static IEnumerable<ApplicationFault> FileFaults(ServiceDefinition service, IReadOnlyList<MaterialFile> given, IReadOnlyDictionary<string, StoredFile> files)
    {
        foreach (var material in given)
        {
            var target = $"materials.{material.Code}";
            if (!service.Materials.TryGetValue(material.Code, out var known))
            {
                yield return new ApplicationFault(target, "unknown", []);
            }
            else if (!files.TryGetValue(material.FileId, out var file))
            {
                yield return new ApplicationFault(target, "file-missing", [material.FileId]);
            }
            else if (!known.AcceptedTypes.Any(type => FileType.OfName($"x.{type}")?.ContentType == file.ContentType))
            {
                yield return new ApplicationFault(target, "type-not-accepted", [string.Join(", ", known.AcceptedTypes)]);
            }
        }

        foreach (var twice in given.GroupBy(material => material.Code, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return new ApplicationFault($"materials.{twice.Key}", "given-twice", []);
        }
    }

    private static IEnumerable<ApplicationFault> MaterialFaults(ServiceDefinition service, IReadOnlyList<MaterialFile> given, FeelContext scope, IReadOnlyDictionary<string, StoredFile> files)
    {
        var codes = given.Select(material => material.Code).ToHashSet(StringComparer.Ordinal);
        var missing = MaterialSet.Of(service, scope)
            .Where(needed => needed.IsAskedOfApplicant && !codes.Contains(needed.Material.Code))
            .Select(needed => new ApplicationFault($"materials.{needed.Material.Code}", "required", [needed.Material.Name]));
        return missing.Concat(FileFaults(service, given, files));
    }

    private static FeelContext Scope(Application application, DefinitionSet definitions) => FeelContext.Empty
        .With("applicant", ApplicantForm.Scope(application.Applicant))
        .With("answers", application.Answers)
        .With("guidance", definitions.Guide(application.Answers));

    private static ApplicationFault Fault(string part, FieldFault fault) => new($"{part}.{fault.Field}", Kebab(fault.Code), fault.Arguments);

    private static string Kebab(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
