using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Projects;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Lookup;
using Workflows.Engine.Projects;
using Workflows.Engine.Storage;

namespace Workflows.Load;

/// <summary>What the page of a project costs where there are many: five cases with 41 matters each, all of them handled by their departments.</summary>
internal static class ProjectRun
{
    private const int Reads = 500;
    private const int Batch = 500;
    private const string Template = "2026-320402-47-01-000000";

    private static readonly string[] Stages = ["project-land", "project-planning", "project-construction", "project-completion", "project-planning-and-construction"];
    private static readonly Applicant Builder = new(ApplicantKind.Enterprise, "常州恒远置业有限公司", "91320400MA41000016", "13912360001");
    private static readonly Actor Clerk = new("clerk", "综窗窗口", "service-centre", [Role.WindowClerk]);

    public static void Head()
    {
        Console.WriteLine("| database | live projects | matters | page p50 | p95 | p99 |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
    }

    public static async Task Print(LoadDatabase database, int projects)
    {
        await using var engine = await LoadEngine.Start(database);
        var matters = await Fill(engine, projects);
        var reader = engine.Get<ProjectReader>();
        var milliseconds = new List<double>();
        for (var read = -Reads / 5; read < Reads; read++)
        {
            var clock = Stopwatch.GetTimestamp();
            var view = await reader.Find(CodeOf((Math.Abs(read) * 7919 % projects) + 1), Actor.Engine) ?? throw new InvalidOperationException("Expected a project, but there is none.");
            if (read >= 0)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }

            if (view.Matters.Count != matters)
            {
                throw new InvalidOperationException($"Expected {matters} matters, but there are {view.Matters.Count}.");
            }
        }

        milliseconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {database.Provider} | {projects:N0} | {matters} | {milliseconds[Reads / 2]:N1} ms | {milliseconds[Reads * 95 / 100]:N1} ms | {milliseconds[Reads * 99 / 100]:N1} ms |"));
    }

    /// <summary>Copies one real project with its cases as often as it takes; returns how many matters each has.</summary>
    private static async Task<int> Fill(LoadEngine engine, int projects)
    {
        await engine.Get<ProjectHandler>().Send(
            Template, Clerk, new RegisterProject("恒远科技园", "building", InvestmentSource.Social, Builder, new ProjectScale(48000, 45000), new ProjectLand(32000, "出让", false)));
        var cases = new List<Case>();
        foreach (var stage in Stages)
        {
            cases.Add(await Handled(engine, stage));
        }

        await using var source = engine.Get<EngineDatabase>().Open();
        var project = await source.Projects.AsNoTracking().SingleAsync();
        var ids = cases.Select(state => state.Id).ToList();
        var rows = await source.Cases.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync();
        var state = ProjectJson.ReadProject(project.Content);
        for (var first = 1; first <= projects; first += Batch)
        {
            await using var db = engine.Get<EngineDatabase>().Open();
            for (var number = first; number < first + Batch && number <= projects; number++)
            {
                Add(db, number, project, state, rows);
            }

            await db.SaveChangesAsync();
        }

        await source.Database.ExecuteSqlRawAsync("ANALYZE");
        return cases.Sum(stage => stage.Matters.Count);
    }

    private static void Add(EngineDb db, int number, ProjectRow template, Project state, List<CaseRow> rows)
    {
        var code = CodeOf(number);
        var stages = rows.Select((row, index) => new StageCase(StageOf(index), $"{code}-{index}", template.RegisteredAt, []));
        db.Projects.Add(new ProjectRow
        {
            Code = code,
            Name = template.Name,
            BuilderName = template.BuilderName,
            Investment = template.Investment,
            Status = template.Status,
            Stage = "completion",
            RegisteredAt = template.RegisteredAt.AddMinutes(number),
            Content = ProjectJson.Write(state with { Code = code, Cases = [.. stages] }),
            Sequence = template.Sequence,
            JournalHash = template.JournalHash,
        });
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            var copy = db.Entry(row).CurrentValues.Clone();
            copy[nameof(CaseRow.Id)] = $"{code}-{index}";
            copy[nameof(CaseRow.Number)] = $"N{number}-{index}";
            db.Cases.Add((CaseRow)copy.ToObject());
        }
    }

    /// <summary>A case of a stage with all its matters, forwarded and accepted by every department.</summary>
    private static async Task<Case> Handled(LoadEngine engine, string code)
    {
        var service = (await engine.Get<DefinitionStore>().FindCurrent(code) ?? throw new InvalidOperationException($"Expected service '{code}' in the library, but there is none.")).Definitions.Service;
        var answers = service.Questions.Aggregate(FeelContext.Empty, (known, question) =>
            question.Kind is FieldKind.YesNo ? known.With(question.Name, true) : known.With(question.Name, "social"));
        var state = await engine.Send(code, Clerk, new StartCase("", code, service.Version, Builder, answers, FeelContext.Empty, [], "window"));
        for (var round = 0; round < 2; round++)
        {
            foreach (var item in state.WorkItems.Values.Where(item => item.IsOpen).ToList())
            {
                var officer = new Actor("officer", "李经办", item.Department, [item.Role]);
                state = await engine.Send(code, officer, new CompleteWorkItem(item.Id, FirstOutcome(item.ElementId), null));
            }
        }

        return state;
    }

    private static string FirstOutcome(string step) => step switch
    {
        "forward" => "forward",
        "survey" => "done",
        _ => "accept",
    };

    private static string StageOf(int index) => index switch
    {
        0 => "land",
        1 => "planning",
        2 => "construction",
        _ => "completion",
    };

    private static string CodeOf(int number) => $"2026-320402-47-01-{number:000000}";
}
