using Microsoft.AspNetCore.Mvc;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Projects;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Intake;
using Workflows.Engine.Lookup;
using Workflows.Engine.Projects;
using Workflows.Engine.Projects.Exchange;

namespace Workflows.Engine.Api;

/// <summary>Construction projects: registered by their code, taken through their stages, and exchanged with the ministry's tables.</summary>
internal static class ProjectsApi
{
    public static void MapProjects(this RouteGroupBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("Projects");
        projects.MapGet("/", Search).WithSummary("Find projects that the account may see, newest first.").Produces<Page<ProjectListRow>>();
        projects.MapGet("/forwarding", Forwarding).WithSummary("What waits to be forwarded to the departments of a stage, or answered for all of them.").Produces<Page<ForwardingRow>>();
        projects.MapPost("/plan", Plan).WithSummary("Plan a project: from answers to matters, their order and working days.").Produces<ProjectPlan>();
        projects.MapPost("/", Register).WithSummary("Register a project by its code; without one there is no acceptance.").Produces<Project>(StatusCodes.Status201Created);
        projects.MapGet("/{code}", Find).WithSummary("A project with its stages, matters, materials and total clock.").Produces<ProjectView>();
        projects.MapPost("/{code}/stages/{stage}", Open).WithSummary("Open a stage; what was submitted before is taken over.").Produces<Receipt>(StatusCodes.Status201Created);
        projects.MapPost("/{code}/stages/{stage}/matters", (string code, string stage, MatterRequest matter, HttpRequest request, ProjectHandler handler, CancellationToken cancellation) =>
            Send(code, new AddMatter(stage, matter.Matter), request, handler, cancellation)).WithSummary("Add a matter to a stage that has not been opened yet.").Produces<Project>();
        projects.MapPost("/{code}/stages/{stage}/lead", (string code, string stage, LeadRequest lead, HttpRequest request, ProjectHandler handler, CancellationToken cancellation) =>
            Send(code, new ReplaceLead(stage, lead.Department, lead.Basis), request, handler, cancellation)).WithSummary("Let another department lead a stage.").Produces<Project>();
        projects.MapPost("/{code}/regional-results", (string code, RegionalResult result, HttpRequest request, ProjectHandler handler, CancellationToken cancellation) =>
            Send(code, new RecordRegionalResult(result), request, handler, cancellation)).WithSummary("Record a result of a regional assessment, which satisfies a matter.").Produces<Project>();
        projects.MapPost("/{code}/terminate", (string code, ReasonRequest reason, HttpRequest request, ProjectHandler handler, CancellationToken cancellation) =>
            Send(code, new TerminateProject(reason.Reason), request, handler, cancellation)).WithSummary("End a project before its last stage.").Produces<Project>();
        projects.MapGet("/{code}/exchange", Exchange).WithSummary("The project's rows of the ministry's tables, with what is wrong with each and how its upload went.").Produces<IReadOnlyList<ExchangeRow>>();
        projects.MapGet("/{code}/exchange/{table}.csv", Csv).WithSummary("One of the ministry's tables as CSV.").Produces<string>(contentType: "text/csv");
        projects.MapPost("/{code}/exchange/{table}/uploads", Report).WithSummary("Report how the upload of a row went.").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Search([FromQuery] string? text, [FromQuery] int? page, [FromQuery] int? size, HttpRequest request, ProjectReader projects, CancellationToken cancellation) =>
        Results.Ok(await projects.Search(text, new PageRequest(page ?? 1, size ?? 20), AccountActor.Of(request.HttpContext.User), cancellation));

    private static async Task<IResult> Forwarding([FromQuery] int? page, [FromQuery] int? size, HttpRequest request, ForwardingDesk desk, CancellationToken cancellation) =>
        Results.Ok(await desk.Read(new PageRequest(page ?? 1, size ?? 20), AccountActor.Of(request.HttpContext.User), cancellation));

    private static async Task<IResult> Plan(PlanRequest plan, HttpRequest request, ProjectPlanning planning, CancellationToken cancellation) =>
        await planning.Plan(plan.Type, plan.Investment, plan.LandWithDesign, plan.Answers ?? new Dictionary<string, FeelContext>(), cancellation) is { } planned
            ? Results.Ok(planned)
            : Problem.NotFound(request, plan.Type);

    private static async Task<IResult> Register(ProjectRequest project, HttpRequest request, ProjectHandler handler, CancellationToken cancellation)
    {
        var result = await handler.Send(project.Code, AccountActor.Of(request.HttpContext.User), project.Command, cancellation);
        return result.Rejection is { } rejection ? Problem.Of(request, rejection) : Results.Created($"{WorkflowsApi.Root}/v1/projects/{project.Code}", result.Project);
    }

    private static async Task<IResult> Find(string code, HttpRequest request, ProjectReader projects, CancellationToken cancellation) =>
        await projects.Find(code, AccountActor.Of(request.HttpContext.User), cancellation) is { } view ? Results.Ok(view) : Problem.NotFound(request, code);

    private static async Task<IResult> Open(string code, string stage, StageRequest application, HttpRequest request, ProjectIntake intake, CancellationToken cancellation) =>
        Commands.Answer(request, await intake.Open(code, stage, application.Application, AccountActor.Of(request.HttpContext.User), cancellation));

    private static async Task<IResult> Send(string code, ProjectCommand command, HttpRequest request, ProjectHandler handler, CancellationToken cancellation)
    {
        var result = await handler.Send(code, AccountActor.Of(request.HttpContext.User), command, cancellation);
        return result.Rejection is { } rejection ? Problem.Of(request, rejection) : Results.Ok(result.Project);
    }

    private static async Task<IResult> Exchange(string code, HttpRequest request, ProjectExchange exchange, CancellationToken cancellation) =>
        await exchange.Rows(code, AccountActor.Of(request.HttpContext.User), cancellation) is { } rows ? Results.Ok(rows) : Problem.NotFound(request, code);

    private static async Task<IResult> Csv(string code, string table, HttpRequest request, ProjectExchange exchange, CancellationToken cancellation) =>
        ExchangeTable.Find(table) is { } found && await exchange.Rows(code, AccountActor.Of(request.HttpContext.User), cancellation) is { } rows
            ? Results.Text(ExchangeCsv.Of(found, rows), "text/csv", System.Text.Encoding.UTF8)
            : Problem.NotFound(request, table);

    private static async Task<IResult> Report(string code, string table, UploadReport report, HttpRequest request, ProjectExchange exchange, CancellationToken cancellation) =>
        await exchange.Report(code, table, report, AccountActor.Of(request.HttpContext.User), cancellation) is { } rejection ? Problem.Of(request, rejection) : Results.NoContent();
}

/// <param name="Code">项目代码</param>
public sealed record ProjectRequest(string Code, string Name, string Type, InvestmentSource Investment, Applicant Builder, ProjectScale Scale, ProjectLand Land)
{
    internal RegisterProject Command => new(Name, Type, Investment, Builder, Scale, Land);
}

/// <param name="Answers">By stage.</param>
public sealed record PlanRequest(string Type, InvestmentSource Investment, bool LandWithDesign, IReadOnlyDictionary<string, FeelContext>? Answers = null);

/// <summary>What a stage's application says beyond what the project knows.</summary>
public sealed record StageRequest(FeelContext Answers, FeelContext? Form = null, IReadOnlyList<MaterialFile>? Materials = null, string Channel = "api")
{
    internal StageApplication Application => new(Answers, Form ?? FeelContext.Empty, Materials ?? [], Channel);
}

public sealed record MatterRequest(string Matter);

public sealed record LeadRequest(string Department, string Basis);

public sealed record ReasonRequest(string Reason);
