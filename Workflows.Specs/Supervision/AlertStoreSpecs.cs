using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Specs.Storage;
using Xunit;
using Case = Workflows.Engine.Cases.Case;

namespace Workflows.Specs.Supervision;

/// <summary>Alerts are written with the command that raises them, once, and keep a journal of their own.</summary>
public sealed class AlertStoreSpecs
{
    private static readonly Actor Supervisor = new("zhou", "周监察", null, [Role.Supervisor]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task A_command_and_the_alerts_that_it_raises_are_written_together(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);

        await DecideFood(engine, "refused", "不符合。");

        (await Alerts(engine)).Where(alert => alert.Family is SupervisionFamily.Content).Select(alert => (alert.RuleId, alert.State, alert.Department, alert.OfficerName))
            .ShouldBe(
                [("refusal-without-reasons", AlertState.Issued, "market-regulation", "李食药"), ("refusal-without-rights", AlertState.Proposed, "market-regulation", "李食药")],
                ignoreOrder: true);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task A_command_that_comes_twice_raises_its_alerts_once(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        await DecideFood(engine, "refused", "不符合。");
        var before = await Alerts(engine);

        await engine.Send("case-1", SampleService.FoodOfficer, new CompleteWorkItem(Item(await State(engine), "decide"), "refused", "不符合。"), "decide");

        (await Alerts(engine)).Select(alert => (alert.Id, alert.Sequence)).ShouldBe(before.Select(alert => (alert.Id, alert.Sequence)), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task An_alert_is_answered_in_its_own_journal(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        await DecideFood(engine, "refused", "不符合。");
        var id = (await Alerts(engine)).Single(alert => alert.RuleId == "refusal-without-reasons").Id;
        var handler = engine.Get<AlertHandler>();

        (await handler.Send(id, SampleService.FoodOfficer, new AnswerAlert("已补充理由"), Cancellation)).Rejection?.Message.ShouldBeNull();
        (await handler.Send(id, Supervisor, new CloseAlert(), Cancellation)).Alert!.State.ShouldBe(AlertState.Closed);
        (await handler.Send(id, SampleService.FireOfficer, new AnswerAlert("别人的"), Cancellation)).Rejection!.Code.ShouldBe(RejectionCode.NotFound);

        await using var db = engine.Get<EngineDatabase>().Open();
        var journal = await db.AlertJournal.Where(row => row.AlertId == id).OrderBy(row => row.Sequence).ToListAsync(Cancellation);
        journal.Select(row => row.Command).ShouldBe(["raise-alert", "answer-alert", "close-alert"]);
        journal.ShouldAllBe(row => AlertJournalRow.HashOf(row) == row.Hash);
        journal.Zip(journal.Skip(1)).ShouldAllBe(pair => pair.Second.PreviousHash == pair.First.Hash);
        var row = await db.Alerts.SingleAsync(row => row.Id == id, Cancellation);
        AlertJson.Write(AlertFolding.Replay(journal.SelectMany(entry => AlertJson.ReadEvents(entry.Events)))).ShouldBe(row.Content);
    }

    private static async Task DecideFood(TestEngine engine, string outcome, string opinion)
    {
        await engine.StartCase();
        var accept = Item(await State(engine), "accept");
        TestEngine.Accepted(await engine.Send("case-1", SampleService.Clerk, new CompleteWorkItem(accept, "accepted", null)));
        var decide = Item(await State(engine), "decide");
        TestEngine.Accepted(await engine.Send("case-1", SampleService.FoodOfficer, new CompleteWorkItem(decide, outcome, opinion), "decide"));
    }

    private static int Item(Case state, string element) =>
        state.WorkItems.Values.First(item => item.ElementId == element && (item.Department == "market-regulation" || element == "accept")).Id;

    private static async Task<Case> State(TestEngine engine) => (await engine.Get<CaseReader>().Find("case-1", Actor.Engine, Cancellation))!.Case;

    private static async Task<List<AlertRow>> Alerts(TestEngine engine)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        return await db.Alerts.AsNoTracking().ToListAsync(Cancellation);
    }
}
