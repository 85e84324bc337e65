using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Projects;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Definitions;
using Workflows.Engine.Files;
using Workflows.Engine.Handling;
using Workflows.Engine.Intake;
using Workflows.Engine.Lookup;
using Workflows.Engine.Materials;
using Workflows.Engine.Projects;
using Workflows.Engine.Projects.Exchange;
using Workflows.Engine.Sweeping;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Storage;
using Workflows.Specs.Support;
using Workflows.Specs.Support.Gherkin;
using Xunit;
using Case = Workflows.Engine.Cases.Case;

namespace Workflows.Specs.Drivers;

/// <summary>A construction project of a scenario, on an engine of its own, with officers who do each step on the next working day at ten unless the scenario says otherwise.</summary>
internal sealed class ConstructionProject : IScenarioEnd, IAsyncDisposable
{
    public const string Code = "2026-320402-47-01-102835";

    public static readonly Applicant Builder = new(ApplicantKind.Enterprise, "常州恒远置业有限公司", "91320400MA41000016", "13912360001");

    private readonly List<PlannedAct> acts = [];
    private readonly Dictionary<(string Matter, string Step), DateOnly> notBefore = [];
    private readonly Dictionary<(string Matter, string Step), (string Outcome, string? Opinion)> outcomes = [];
    private readonly TemporaryLibrary library = LibraryFolder.Copy();
    private TestEngine? engine;

    /// <summary>Why the last command was refused; null where it was accepted.</summary>
    public Rejected? Refusal { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<TestEngine> Engine() => engine ??= await TestEngine.Start(at: Days.At("2026-01-05", 9));

    public async Task Register(DateOnly on, bool landWithDesign, string code = Code, InvestmentSource investment = InvestmentSource.Social)
    {
        await MoveTo(on);
        await Send(
            new RegisterProject("恒远科技园一期", "building", investment, Builder, new ProjectScale(48000, 45000), new ProjectLand(32000, "出让", landWithDesign)),
            code);
    }

    public async Task Send(ProjectCommand command, string code = Code) =>
        Refusal = (await (await Engine()).Get<ProjectHandler>().Send(code, People.Clerk, command, Cancellation)).Rejection;

    /// <summary>The city orders silent consent for a matter, before anybody applies.</summary>
    public async Task OrderSilentConsent(string matter, string basis)
    {
        var path = $"matters/{matter}/matter.yaml";
        library.With(path, $"{await File.ReadAllTextAsync(Path.Combine(library.Folder, path), Cancellation)}\nsilent-consent: {{ basis: {basis} }}\n");
        (await (await Engine()).Get<LibraryImport>().Run(library.Folder, Cancellation)).Errors.ShouldBeEmpty();
    }

    /// <summary>Applies for a stage; all questions that are not named are answered with no.</summary>
    public async Task Open(string stage, DateOnly on, params string[] yes)
    {
        await MoveTo(on);
        var view = await View();
        var type = (await (await Engine()).Get<ProjectTypes>().Current(Cancellation)).Single().Type;
        var code = type.StagesFor(view.Project.Land.WithDesign).Single(known => known.Code == stage).Service;
        var service = (await (await Engine()).Get<DefinitionStore>().FindCurrent(code, Cancellation)).ShouldNotBeNull().Definitions.Service;
        var answers = service.Questions.Aggregate(FeelContext.Empty, (known, question) =>
            question.Name == "investment" ? known.With("investment", "social") : known.With(question.Name, yes.Contains(question.Name)));
        var form = Form.Where(entry => service.Form.Sections.SelectMany(section => section.Fields).Any(field => field.Name == entry.Key))
            .Aggregate(FeelContext.Empty, (known, entry) => known.With(entry.Key, entry.Value));
        Take(await (await Engine()).Get<ProjectIntake>().Open(Code, stage, new StageApplication(answers, form, await Materials(service, answers, view), "window"), People.Clerk, Cancellation));
    }

    /// <summary>At the step, its officer asks for a correction, and the applicant answers it.</summary>
    public void Correct(string matter, string step, string material, string reviewPoint, DateOnly on, DateOnly answeredOn)
    {
        notBefore[(matter, step)] = answeredOn.AddDays(1);
        acts.Add(new PlannedAct(on, async state => await Send(state, Officer(Item(state, matter, step)),
            new RequestCorrection(Item(state, matter, step).Id, [new CorrectionPoint(material, null, reviewPoint, null)], "图纸与计算书不一致"))));
        acts.Add(new PlannedAct(answeredOn, async state =>
        {
            var file = await Save($"{material}（修改）.pdf");
            var given = new GivenMaterial(material, file.Id, file.Name, file.ContentType, file.Size, (await Engine()).Time.GetUtcNow(), Builder.Name);
            await Send(state, People.Clerk, new AnswerCorrection(state.Corrections.Values.Single(correction => correction.IsOpen).Id, [given], null, null));
        }));
    }

    public void Review(string matter, string step, DateOnly from, DateOnly until)
    {
        notBefore[(matter, step)] = until.AddDays(1);
        acts.Add(new PlannedAct(from, state => Send(state, Officer(Item(state, matter, step)),
            new OpenSpecialProcedure(Item(state, matter, step).Id, StopKind.ExpertReview, "《中华人民共和国行政许可法》第四十五条", "分管局长", "特告〔2026〕1号", until.AddDays(2), "召开专家评审会"))));
        acts.Add(new PlannedAct(until, state => Send(state, Officer(Item(state, matter, step)),
            new CloseSpecialProcedure(state.Procedures.Values.Single(procedure => procedure.IsOpen).Id, "评审通过"))));
    }

    public void Answer(string matter, string step, string outcome, string opinion) => outcomes[(matter, step)] = (outcome, opinion);

    /// <summary>Nobody does the step.</summary>
    public void KeepSilent(string matter, string step) => notBefore[(matter, step)] = DateOnly.MaxValue;

    /// <summary>Lets the officers work on a stage until its case has ended.</summary>
    public async Task Work(string stage)
    {
        var id = (await View()).Stages.Single(known => known.Code == stage).CaseId.ShouldNotBeNull();
        var patience = (await Today()).AddDays(90);
        while (await Load(id) is { Status: CaseStatus.Running } running)
        {
            (await Today()).ShouldBeLessThan(patience, $"Open: {string.Join(", ", running.WorkItems.Values.Where(item => item.State is not WorkItemState.Completed).Select(item => $"{item.Matter} {item.ElementId} {item.State}"))}");
            await MoveTo((await Today()).AddDays(1));
            var today = await Today();
            foreach (var act in acts.Where(act => act.On == today).ToList())
            {
                acts.Remove(act);
                await act.Do(await Load(id));
            }

            await Complete(id);
        }
    }

    public async Task<ProjectView> View() => (await (await Engine()).Get<ProjectReader>().Find(Code, People.Clerk, Cancellation)).ShouldNotBeNull();

    public async Task<IReadOnlyList<ExchangeRow>> Rows() => (await (await Engine()).Get<ProjectExchange>().Rows(Code, Actor.Engine, Cancellation)).ShouldNotBeNull();

    /// <summary>The project's journal is unbroken, and folding it afresh gives the project as it is stored.</summary>
    public async Task VerifyAtScenarioEnd()
    {
        if (engine is not null && await engine.Get<ProjectReader>().Verify(Code, Actor.Engine, Cancellation) is { } verdict)
        {
            verdict.Reason.ShouldBeNull();
            verdict.Entries.ShouldBeGreaterThan(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        library.Dispose();
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }
    }

    private static IReadOnlyDictionary<string, FeelValue> Form => new Dictionary<string, FeelValue>
    {
        ["landPlace"] = "新北区河海路北侧",
        ["buildingHeight"] = 54,
        ["contractor"] = "江苏常建集团有限公司",
        ["contractPrice"] = 31000,
        ["completedOn"] = "2026-08-28",
    };

    // Only what the project has not got yet is brought.
    private async Task<IReadOnlyList<MaterialFile>> Materials(ServiceDefinition service, FeelContext answers, ProjectView view)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var opened in view.Project.Cases)
        {
            known.UnionWith((await Load(opened.CaseId)).Materials.Keys);
        }

        var files = new List<MaterialFile>();
        foreach (var needed in Guidance.Evaluate(service, answers).Materials.Where(needed => needed.Source is MaterialSource.Applicant && !known.Contains(needed.Material.Code)))
        {
            files.Add(new MaterialFile(needed.Material.Code, (await Save($"{needed.Material.Name}.pdf")).Id));
        }

        return files;
    }

    private async Task<StoredFile> Save(string name)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"%PDF-1.7 {name}"));
        return (await (await Engine()).Get<FileStore>().Save(stream, name, People.Clerk, Cancellation)).ShouldBeOfType<FileSaved>().File;
    }

    private async Task Complete(string id)
    {
        while (await Load(id) is var state && state.WorkItems.Values.FirstOrDefault(item => item.State is WorkItemState.Offered or WorkItemState.Claimed && IsDue(item)) is { } item)
        {
            var (outcome, opinion) = outcomes.TryGetValue((item.Matter ?? "", item.ElementId), out var scripted) ? scripted : (await FirstOutcome(state, item), null);
            await Send(state, Officer(item), new CompleteWorkItem(item.Id, outcome, opinion));
        }
    }

    private bool IsDue(WorkItem item)
    {
        var today = RegionDay.Of(engine!.Time.GetUtcNow(), LibraryFolder.China);
        return LibraryFolder.China.IsWorkingDay(today)
            && RegionDay.Of(item.OfferedAt, LibraryFolder.China) < today
            && (!notBefore.TryGetValue((item.Matter ?? "", item.ElementId), out var first) || today >= first);
    }

    private async Task<string> FirstOutcome(Case state, WorkItem item)
    {
        var set = await (await Engine()).Get<DefinitionStore>().Get(state.ServiceCode, state.ServiceVersion, Cancellation);
        return set.Processes[item.ProcessId].Place(item.ElementId).Node.Approval.Outcomes[0].Code;
    }

    private static WorkItem Item(Case state, string matter, string step) => state.WorkItems.Values.Last(item => item.Matter == matter && item.ElementId == step);

    private static Actor Officer(WorkItem item) => new($"{item.Department}-{item.Role}", $"{item.Department}经办人", item.Department, [item.Role]);

    private async Task<Case> Load(string id) => (await (await Engine()).Get<CaseReader>().Find(id, Actor.Engine, Cancellation)).ShouldNotBeNull().Case;

    private async Task Send(Case state, Actor actor, CaseCommand command) => TestEngine.Accepted(await (await Engine()).Send(state.Id, actor, command));

    private async Task<DateOnly> Today() => RegionDay.Of((await Engine()).Time.GetUtcNow(), LibraryFolder.China);

    private async Task MoveTo(DateOnly day)
    {
        var running = await Engine();
        while (await Today() < day)
        {
            running.Time.MoveTo(RegionDay.Start((await Today()).AddDays(1), LibraryFolder.China).AddMinutes(1));
            await ActivatorUtilities.CreateInstance<ClockSweeper>(running.Services).Sweep(Cancellation);
            running.Time.Advance(TimeSpan.FromHours(10));
        }
    }

    private void Take(CommandResult result) => Refusal = (result as CommandRejected)?.Rejection;

    private sealed record PlannedAct(DateOnly On, Func<Case, Task> Do);
}
