using System.Globalization;
using System.Text;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Supervision;
using Workflows.Engine.Supervision.Board;
using Workflows.Engine.Supervision.Heartbeat;
using Workflows.Engine.Supervision.Scores;

namespace Workflows.Engine.Api;

/// <summary>Supervision over all departments: the board, the rules, the scores, and whether it ran.</summary>
internal static class SupervisionApi
{
    public static void MapSupervision(this RouteGroupBuilder api)
    {
        var supervision = api.MapGroup("/supervision").WithTags("Supervision")
            .RequireAuthorization(policy => policy.RequireRole(Role.Supervisor, Role.Administrator, Role.DepartmentHead));
        supervision.MapGet("/board", Board).WithSummary("What every department holds now, and how it stands with time.").Produces<IReadOnlyList<BoardRow>>();
        supervision.MapGet("/rules", Rules).WithSummary("The rules in force.").Produces<IReadOnlyList<RuleDocument>>();
        supervision.MapGet("/heartbeat", Heartbeat).WithSummary("When supervision last ran, and what it saw.").Produces<HeartbeatView>();
        supervision.MapGet("/scores/{month}", Scores).WithSummary("A month's scores; as CSV with the ending .csv.").Produces<MonthInBook>();
        supervision.MapGet("/scores/{month}.csv", ScoresAsCsv).WithSummary("A month's scores as CSV, a line for every alert.");
        supervision.MapPost("/scores/{month}/close", Close).WithSummary("Freeze a month that has ended.").Produces<MonthInBook>();
    }

    private static async Task<IResult> Board(HttpRequest request, BoardReader board, CancellationToken cancellation) =>
        Results.Ok(await board.Read(AccountActor.Of(request.HttpContext.User), cancellation));

    private static async Task<IResult> Rules(RuleBook book, CancellationToken cancellation) =>
        Results.Ok((await book.InForce(cancellation)).Rules.Rules.Select(RuleDocument.Of));

    private static async Task<IResult> Heartbeat(HeartbeatReader heartbeat, CancellationToken cancellation) => Results.Ok(await heartbeat.Read(20, cancellation));

    private static async Task<IResult> Scores(string month, HttpRequest request, ScoreBook scores, CancellationToken cancellation) =>
        Month(month) is { } first ? Results.Ok(Seen(await scores.Read(first, cancellation), request)) : Problem.NotFound(request, month);

    private static async Task<IResult> ScoresAsCsv(string month, HttpRequest request, ScoreBook scores, CancellationToken cancellation) =>
        Month(month) is { } first
            ? Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(ScoreCsv.Of(Seen(await scores.Read(first, cancellation), request).Scores))).ToArray(), "text/csv; charset=utf-8", $"scores-{month}.csv")
            : Problem.NotFound(request, month);

    private static async Task<IResult> Close(string month, HttpRequest request, ScoreBook scores, CancellationToken cancellation)
    {
        if (Month(month) is not { } first)
        {
            return Problem.NotFound(request, month);
        }

        return await scores.Close(first, AccountActor.Of(request.HttpContext.User), cancellation) is { } refusal
            ? Problem.Of(request, refusal)
            : Results.Ok(await scores.Read(first, cancellation));
    }

    /// <summary>A department head sees the own department's score only.</summary>
    private static MonthInBook Seen(MonthInBook month, HttpRequest request) => month.SeenBy(AccountActor.Of(request.HttpContext.User));

    private static DateOnly? Month(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;
}

/// <summary>A rule as it is in force.</summary>
/// <param name="When">FEEL.</param>
public sealed record RuleDocument(string Id, int Version, string Name, SupervisionFamily Family, AlertLevel Level, SupervisionTrigger On, string When, AlertIssue Issue, string Finding, string Basis, bool Assumed)
{
    internal static RuleDocument Of(SupervisionRule rule) =>
        new(rule.Id, rule.Version, rule.Name, rule.Family, rule.Level, rule.On, rule.When.Text, rule.Issue, rule.Finding, rule.Basis, rule.Assumed);
}
