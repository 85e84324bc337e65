using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Specs.Support;

namespace Workflows.Specs.Execution;

/// <summary>A process alone, as the engine needs it: a service without matters, form or guidance around it.</summary>
internal static class SimulatedDefinitions
{
    public static readonly CaseStarted Started = new(
        "case",
        "1",
        "simulation",
        1,
        new Applicant(ApplicantKind.Person, "applicant", string.Empty, string.Empty),
        FeelContext.Empty,
        "test",
        new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    public static DefinitionSet Of(ProcessDefinition process, int version = 1) => Of(new ProcessModel
    {
        Source = process.Id,
        Document = new System.Xml.Linq.XDocument(),
        Processes = [process],
    }, version);

    public static DefinitionSet Of(ProcessModel model, int version = 1)
    {
        var service = new ServiceDefinition
        {
            Code = "simulation",
            Name = "simulation",
            LeadDepartment = "department",
            Promised = new TimeLimit(1, TimeUnit.WorkingDays, ClockKind.Promise),
            Matters = [],
            Questions = [],
            Form = new FormDefinition([]),
            Process = model,
            Guidance = string.Empty,
            Version = version,
            EffectiveOn = new DateOnly(2026, 1, 1),
        };

        return DefinitionSetBuilder.Build(
            service,
            [],
            LibraryFolder.China,
            (_, _, _) => new FeelResult(FeelValue.Null, []),
            _ => FeelContext.Empty);
    }
}
