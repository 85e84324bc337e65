using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.Supervision.Heartbeat;
using Workflows.Engine.Supervision.Scores;
using Xunit;

namespace Workflows.Specs.Drivers;

/// <summary>What supervision finds in the office, and what is done about it; alerts by their names.</summary>
internal sealed class Watch(Office office, People people)
{
    private static readonly Actor Supervisor = new("jiancha", "监察人员", null, [Role.Supervisor]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<Alert>> Issued(string name)
    {
        await using var db = (await office.Engine()).Get<EngineDatabase>().Open();
        var contents = await db.Alerts.Where(row => row.Name == name && row.IssuedAt != null).Select(row => row.Content).ToListAsync(Cancellation);
        return [.. contents.Select(content => AlertJson.ReadAlert(content))];
    }

    public async Task<Alert> Only(string name) => (await Issued(name)).ShouldHaveSingleItem(name);

    public async Task Department(string department, DateOnly on, string name, Func<string, AlertCommand> command) =>
        (await Try(await people.Head(department), on, name, command("已经整改，附说明。"))).Rejection?.Message.ShouldBeNull();

    public async Task Supervise(DateOnly on, string name, AlertCommand command) => (await Try(Supervisor, on, name, command)).Rejection?.Message.ShouldBeNull();

    public async Task<Rejected> IsRefused(string department, DateOnly on, string name) =>
        (await Try(await people.Head(department), on, name, new AnswerAlert("不是我们的"))).Rejection.ShouldNotBeNull();

    /// <summary>One round of the patrol, now.</summary>
    public async Task Patrol()
    {
        var engine = await office.Engine();
        await ActivatorUtilities.CreateInstance<SupervisionPatrol>(engine.Services).Go(Cancellation);
    }

    public async Task<int> PointsTaken(string department, int month, string alert)
    {
        var book = (await office.Engine()).Get<ScoreBook>();
        var code = await people.Department(department);
        var scores = (await book.Read(new DateOnly(2026, month, 1), Cancellation)).Scores;
        return scores.Departments.Single(score => score.Department == code).Lines.Where(line => line.Name == alert).Sum(line => line.Points);
    }

    public static AlertLevel Level(string card) => card switch
    {
        "预警" => AlertLevel.Warning,
        "黄牌" => AlertLevel.Yellow,
        "红牌" => AlertLevel.Red,
        _ => throw new ArgumentException($"Expected 预警, 黄牌 or 红牌, but got '{card}'.", nameof(card)),
    };

    private async Task<AlertResult> Try(Actor actor, DateOnly on, string name, AlertCommand command)
    {
        await office.MoveTo(on);
        return await (await office.Engine()).Get<AlertHandler>().Send((await Only(name)).Id, actor, command, Cancellation);
    }
}
