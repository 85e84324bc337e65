using Shouldly;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.Supervision.Board;
using Workflows.Specs.Storage;
using Xunit;

namespace Workflows.Specs.Supervision;

/// <summary>The board counts what every department holds, by the gravest card that is out for it.</summary>
public sealed class BoardReaderSpecs
{
    private static readonly Actor Supervisor = new("zhou", "周监察", null, [Role.Supervisor]);
    private static readonly Actor Head = new("head", "科长", "service-centre", [Role.DepartmentHead]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Counts_items_by_their_gravest_card(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        await engine.StartCase("on-time");
        var carded = await engine.StartCase("carded");
        await Card(engine, carded, AlertLevel.Warning);
        await Card(engine, carded, AlertLevel.Yellow);
        var board = engine.Get<BoardReader>();

        (await board.Read(Supervisor, Cancellation)).ShouldBe([new BoardRow("service-centre", 2, 1, 0, 1, 0, 2, 0)]);
        (await board.Read(Head, Cancellation)).Count.ShouldBe(1);
        (await board.Read(SampleService.FoodOfficer, Cancellation)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Tells_who_holds_what_and_for_how_long(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        await engine.StartCase("on-time");
        var carded = await engine.StartCase("carded");
        await Card(engine, carded, AlertLevel.Yellow);
        engine.Time.MoveTo(TestEngine.Monday.AddDays(2));
        var board = engine.Get<BoardReader>();

        var all = await board.Held("service-centre", null, new PageRequest(), Supervisor, Cancellation);
        all.Items.Select(item => (item.CaseId, item.Level, item.HeldDays)).ShouldBe([("carded", AlertLevel.Yellow, 2), ("on-time", null, 2)]);
        (await board.Held("service-centre", AlertLevel.Yellow, new PageRequest(), Supervisor, Cancellation)).Items.Select(item => item.CaseId).ShouldBe(["carded"]);
        (await board.Held("service-centre", AlertLevel.Red, new PageRequest(), Supervisor, Cancellation)).Total.ShouldBe(0);
    }

    private static async Task Card(TestEngine engine, Workflows.Engine.Cases.Case state, AlertLevel level)
    {
        var item = state.WorkItems.Values.Single();
        var alert = new Alert
        {
            Id = AlertRaising.IdOf(state.Id, $"{level}", "work-item"),
            RuleId = "step-overdue",
            RuleVersion = 1,
            Name = "环节超时",
            Finding = "超过环节时限",
            Basis = "依据",
            Family = SupervisionFamily.Timeliness,
            Level = level,
            Subject = "work-item",
            CaseId = state.Id,
            CaseNumber = state.Number,
            WorkItemId = item.Id,
            Department = item.Department,
            Evidence = new AlertEvidence(Definitions.Feel.FeelContext.Empty, null, null),
            Points = 5,
            PointsEvery = 1,
            Recipients = [AlertRecipient.Officer],
            RaisedAt = engine.Time.GetUtcNow(),
        };
        (await engine.Get<AlertHandler>().Raise([new AlertRaised(alert, "系统", alert.RaisedAt), new AlertIssued(null, null, "系统", alert.RaisedAt)], Cancellation)).ShouldBeTrue();
    }
}
