using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Files;
using Workflows.Engine.Playing;

namespace Workflows.Load.Workloads;

/// <summary>The restaurant service of the library, from the intake of its large example to the results.</summary>
internal sealed class RestaurantWorkload : Workload
{
    private const string Service = "open-restaurant";

    private const string Example = "large-restaurant";

    private PublishedService service = null!;
    private ExampleApplication example = null!;
    private StartCase start = null!;

    public override string Name => "W4";

    public override async Task Prepare(LoadEngine engine)
    {
        service = await engine.Get<DefinitionStore>().FindCurrent(Service)
            ?? throw new InvalidOperationException($"Expected service '{Service}' in the library, but it is not in force.");
        var file = Path.Combine(AppContext.BaseDirectory, "Library", "services", Service, "examples", Example + ".json");
        example = ExampleReader.Read(await File.ReadAllTextAsync(file), file);
        var materials = await PlayFiles.Save(engine.Get<FileStore>(), example.Materials, Clerk, engine.Time.GetUtcNow(), CancellationToken.None);
        var applicant = example.Applicant;
        start = new StartCase(
            "",
            Service,
            service.Definitions.Service.Version,
            new Applicant(applicant.Kind, applicant.Name, applicant.IdNumber, applicant.Phone, applicant.AgentName),
            example.Answers,
            example.Form,
            materials,
            "window");
    }

    protected override Task<Case> Start(LoadEngine engine, string id) => engine.Send(id, Clerk, start);

    protected override (Actor Actor, CompleteWorkItem Command) Completion(int workItem, Case state)
    {
        var item = state.WorkItems[workItem];
        var scripted = example.Script.FirstOrDefault(act => act.Step == item.ElementId && act.Matter == item.Matter && act.Correction is null);
        var outcome = scripted?.Outcome ?? ((UserTask)service.Definitions.Processes[item.ProcessId].Place(item.ElementId).Node).Approval.Outcomes[0].Code;
        return (PlayActors.Of(service.Library, item), new CompleteWorkItem(workItem, outcome, scripted?.Opinion, scripted?.Values));
    }

    private Actor Clerk => PlayActors.Clerk(service.Library, service.Definitions);
}
