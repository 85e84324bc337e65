using Workflows.Definitions.Calendars;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Specs.Support;

namespace Workflows.Specs.Checks;

/// <summary>The service and library that the examples of the rules belong to.</summary>
internal static class RuleLibrary
{
    private static readonly ProcessModel StandardApproval = ProcessModelReader.Read(
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="standard-approval"><startEvent id="s"/></process></definitions>
        """,
        "shared/standard-approval.bpmn");

    public static DefinitionUnderCheck UnderCheck(ProcessModel model) => new(model) { Service = Service(model), Library = Library() };

    /// <summary>A definition whose matters ask for the materials of these names.</summary>
    public static DefinitionUnderCheck AskingFor(IReadOnlyList<string> materialNames)
    {
        var materials = materialNames.Select((name, index) => new Material($"m{index}", name, "电子件", ["pdf"], null)).ToList();
        var matter = Matter("food-licence") with
        {
            Materials = [.. materials.Select(material => new MaterialRequirement(material.Code, true, null, MaterialSource.Applicant, []))],
        };
        var service = Service(StandardApproval) with { Matters = [new ServiceMatter(matter, null)] };
        return new DefinitionUnderCheck(StandardApproval)
        {
            Service = service,
            Library = Library() with { Materials = materials.ToDictionary(material => material.Code) },
        };
    }

    public static MatterDefinition Matter(string code, decimal promisedDays = 10, decimal statutoryDays = 20) => new()
    {
        Code = code,
        Name = code,
        Department = "market-regulation",
        Kind = MatterKind.Promised,
        Promised = new TimeLimit(promisedDays, TimeUnit.WorkingDays, ClockKind.Promise),
        Statutory = new TimeLimit(statutoryDays, TimeUnit.WorkingDays, ClockKind.Statutory),
        Version = 1,
        EffectiveOn = new DateOnly(2026, 1, 1),
    };

    public static ServiceDefinition Service(ProcessModel process, decimal promisedDays = 15) => new()
    {
        Code = "open-shop",
        Name = "开店",
        LeadDepartment = "market-regulation",
        Promised = new TimeLimit(promisedDays, TimeUnit.WorkingDays, ClockKind.Promise),
        Matters = [new ServiceMatter(Matter("food-licence"), null), new ServiceMatter(Matter("outdoor-sign"), null)],
        Questions = [Field("floorArea", FieldKind.Number)],
        Form = new FormDefinition([new FormSection("shop", "门店", null, [Field("shopName", FieldKind.Text)])]),
        Process = process,
        Guidance = "guidance.dmn",
        Version = 1,
        EffectiveOn = new DateOnly(2026, 1, 1),
    };

    public static Definitions.Libraries.Library Library() => new()
    {
        Calendars = new CalendarSet([]),
        SharedProcesses = new Dictionary<string, ProcessModel> { ["standard-approval"] = StandardApproval },
        Matters = new[] { Matter("food-licence"), Matter("outdoor-sign") }.ToDictionary(matter => matter.Code),
    };

    private static FormField Field(string name, FieldKind kind) => new(name, name, kind, true, null, null, null, null, null, null, [], []);
}
