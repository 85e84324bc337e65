using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Library;

/// <summary>The examples of the library are applications that the service takes.</summary>
public class ExampleSpecs
{
    private static readonly Definitions.Libraries.Library Library = LibraryReader.Read(LibraryFolder.Path);

    public static TheoryData<string, string> Examples =>
        [.. Library.Examples.SelectMany(service => service.Value.Select(example => (service.Key, example.Code)))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Its_answers_and_its_form_have_no_fault(string service, string code)
    {
        var (definition, example, context) = Find(service, code);

        FormValidator.ValidateAnswers(definition.Questions, example.Answers).ShouldBeEmpty();
        FormValidator.Validate(definition.Form, example.Form, context, example.ReceivedOn).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void It_brings_the_materials_that_are_needed_and_no_other(string service, string code)
    {
        var (definition, example, context) = Find(service, code);

        var needed = MaterialSet.Of(definition, context.With("form", example.Form)).Where(material => material.IssuedBy is null);

        example.Materials.Keys.ShouldBe(needed.Select(material => material.Material.Code), ignoreOrder: true);
        foreach (var (material, file) in example.Materials)
        {
            Library.Materials[material].AcceptedTypes.ShouldContain(Path.GetExtension(file).TrimStart('.'), $"{material}: {file}");
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void It_expects_the_matters_of_its_guidance_and_days_that_the_calendar_gives(string service, string code)
    {
        var (definition, example, _) = Find(service, code);
        var matters = Guidance.Evaluate(definition, example.Answers).Matters.Select(member => member.Matter).ToDictionary(matter => matter.Code);

        example.Expected.Matters.Keys.ShouldBe(matters.Keys, ignoreOrder: true);
        foreach (var (matter, expected) in example.Expected.Matters.Where(entry => entry.Value.AcceptedOn is not null))
        {
            var stopped = example.Script.Where(act => act.Matter == matter && act.On >= expected.AcceptedOn).Sum(Stopped);
            expected.PromisedDueOn.ShouldBe(Due(matters[matter].Promised, expected.AcceptedOn!.Value, stopped), matter);
            expected.StatutoryDueOn.ShouldBe(Due(matters[matter].Statutory, expected.AcceptedOn.Value, stopped), matter);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Its_script_names_steps_and_outcomes_that_there_are(string service, string code)
    {
        var (_, example, _) = Find(service, code);
        var tasks = Library.Models.Values.SelectMany(model => model.Processes).SelectMany(process => process.Content.Descendants()).OfType<UserTask>().ToList();

        foreach (var act in example.Script)
        {
            var task = tasks.First(task => task.Id == act.Step);
            if (act.Outcome is not null)
            {
                task.Approval.Outcomes.ShouldContain(outcome => outcome.Code == act.Outcome);
            }

            if (act.Correction is { } correction)
            {
                task.Approval.Operations.ShouldContain("correct");
                correction.Points.ShouldAllBe(point => ReviewPoints(act.Matter!, point.Material).Contains(point.ReviewPoint));
            }
        }
    }

    private static int Stopped(ExampleAct act) =>
        act.Correction is { } correction ? LibraryFolder.China.CountWorkingDays(act.On!.Value, correction.Answer.On) : 0;

    private static DateOnly Due(TimeLimit limit, DateOnly from, int stopped) =>
        LibraryFolder.China.AddWorkingDays(from, (int)limit.Amount + stopped);

    private static IEnumerable<string> ReviewPoints(string matter, string? material) =>
        Library.Matters[matter].Materials.Where(asked => asked.Code == material).SelectMany(asked => asked.ReviewPoints);

    private static (ServiceDefinition Service, ExampleApplication Example, FeelContext Context) Find(string service, string code)
    {
        var definition = Library.Services[service];
        var example = Library.Examples[service].Single(example => example.Code == code);
        var guidance = Guidance.Evaluate(definition, example.Answers);
        return (definition, example, FeelContext.Empty.With("answers", example.Answers).With("guidance", guidance.Context));
    }
}
