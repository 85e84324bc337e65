using Workflows.Definitions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Services;

namespace Workflows.Engine.Projects;

/// <summary>What a stage needs, and what of it the project knows already. Pure.</summary>
internal static class StageNeeds
{
    private static readonly GuidanceResult Nothing = new([], null, [], [], FeelContext.Empty, []);

    // Of what the project knows, these stay as they were registered; areas and sums may change over its years.
    private static readonly string[] Lasting = ["projectCode", "creditCode", "investment"];

    /// <summary>What the answers lead to; nothing where they do not suffice, which the check of the application then says.</summary>
    public static GuidanceResult Guide(ServiceDefinition service, FeelContext answers)
    {
        try
        {
            return Guidance.Evaluate(service, answers);
        }
        catch (DefinitionException)
        {
            return Nothing;
        }
    }

    /// <summary>The form's values: what is given, else what the newest stage before said, else what the project knows.</summary>
    public static FeelContext Form(ServiceDefinition service, FeelContext given, Project project, ProjectGround ground)
    {
        var earlier = project.Cases.Reverse()
            .Select(opened => ground.Cases.GetValueOrDefault(opened.CaseId)?.Variables["form"])
            .OfType<FeelContext>()
            .Append(Known(project));
        var sources = earlier.Prepend(given).ToList();
        return service.Form.Sections.SelectMany(section => section.Fields)
            .Select(field => (field.Name, Value: sources.Select(source => source[field.Name]).FirstOrDefault(value => value is not FeelNull)))
            .Where(field => field.Value is not null)
            .Aggregate(FeelContext.Empty, (form, field) => form.With(field.Name, field.Value!));
    }

    /// <summary>The first answer or field that says something else than what the project was registered with; null where none does.</summary>
    public static FormField? Contradiction(ServiceDefinition service, StageApplication application, Project project)
    {
        var known = Known(project);
        return Contradicts(service.Questions, application.Answers)
            ?? Contradicts(service.Form.Sections.SelectMany(section => section.Fields), application.Form);

        FormField? Contradicts(IEnumerable<FormField> fields, FeelContext said) => fields
            .Where(field => Lasting.Contains(field.Name) && said[field.Name] is not FeelNull)
            .FirstOrDefault(field => !said[field.Name].Equals(known[field.Name]));
    }

    private static FeelContext Known(Project project) => FeelContext.Empty
        .With("projectCode", project.Code)
        .With("projectName", project.Name)
        .With("builder", project.Builder.Name)
        .With("creditCode", project.Builder.IdNumber)
        .With("contactPhone", project.Builder.Phone)
        .With("landArea", project.Land.Area)
        .With("floorArea", project.Scale.FloorArea)
        .With("totalInvestment", project.Scale.TotalInvestment)
        .With("investment", project.Investment is Workflows.Definitions.Projects.InvestmentSource.Government ? "government" : "social");
}
