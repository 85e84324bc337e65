using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;
using Workflows.Engine.Messages;
using Workflows.Engine.Outbox;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Xunit;
using Case = Workflows.Engine.Cases.Case;

namespace Workflows.Specs.Messages;

/// <summary>What one case throws reaches the case that waits for it, once, whatever happens in between.</summary>
public class CaseMessagesSpecs
{
    private const int Throwing = 2;
    private const int Waiting = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_message_goes_to_the_case_with_its_correlation_and_takes_its_payload_along(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        await Open(engine, "b-food", Waiting, "食品");
        await Open(engine, "b-fire", Waiting, "消防");
        await Open(engine, "a", Throwing, "消防");

        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);

        (await Items(engine, "b-food")).ShouldBe([]);
        (await Items(engine, "b-fire")).ShouldBe(["收到"]);
        (await Find(engine, "b-fire")).Variables.ToString().ShouldContain("同意");
    }

    [Fact]
    public async Task Another_node_delivers_after_the_first_has_gone_and_nothing_happens_twice()
    {
        await using var engine = await Start(DatabaseProvider.Sqlite);
        await Open(engine, "b-1", Waiting, "消防");
        await Open(engine, "b-2", Waiting, "消防");
        await Open(engine, "a", Throwing, "消防");
        var other = await TestEngine.Start(engine.Database);
        Know(other);

        await other.Get<OutboxDispatcher>().Dispatch(Cancellation);
        await Again(engine);
        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);

        (await Items(engine, "b-1")).ShouldBe(["收到"]);
        (await Items(engine, "b-2")).ShouldBe([]);
        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Waits.CountAsync(row => row.State == WaitState.Open, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_for_which_no_case_waits_yet_is_tried_again()
    {
        await using var engine = await Start(DatabaseProvider.Sqlite);
        await Open(engine, "a", Throwing, "消防");
        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);
        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Outbox.SingleAsync(row => row.Kind == OutboxKind.MessageThrown, Cancellation)).LastError
            .ShouldBe("Expected a case to wait for message 'opinion' with correlation \"消防\", but none does.");

        await Open(engine, "b", Waiting, "消防");
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);

        (await Items(engine, "b")).ShouldBe(["收到"]);
    }

    [Fact]
    public async Task A_message_that_no_definition_waits_for_is_for_others_than_cases()
    {
        await using var engine = await TestEngine.Start();
        engine.Get<DefinitionStore>().Remember(SampleService.Published(Throwing, Throws));
        await Open(engine, "a", Throwing, "消防");

        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);

        (await Find(engine, "a")).Incidents.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signal_reaches_every_case_that_waits_and_each_once()
    {
        await using var engine = await Start(DatabaseProvider.Sqlite);
        engine.Get<DefinitionStore>().Remember(SampleService.Published(4, main => Signals(main, "intermediateThrowEvent")));
        engine.Get<DefinitionStore>().Remember(SampleService.Published(5, main => Signals(main, "intermediateCatchEvent")));
        await Open(engine, "b-1", 5, "");
        await Open(engine, "b-2", 5, "");
        await Open(engine, "a", 4, "");

        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);
        await Again(engine);
        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);

        (await Items(engine, "b-1")).ShouldBe(["收到"]);
        (await Items(engine, "b-2")).ShouldBe(["收到"]);
    }

    private static async Task<TestEngine> Start(DatabaseProvider provider)
    {
        var engine = await TestEngine.Start(provider);
        Know(engine);
        return engine;
    }

    private static void Know(TestEngine engine)
    {
        engine.Get<DefinitionStore>().Remember(SampleService.Published(Throwing, Throws));
        engine.Get<DefinitionStore>().Remember(SampleService.Published(Waiting, Waits));
    }

    private static string Throws(string main) => Message(main, """
        <intermediateThrowEvent id="message" approval:correlation="form.topic" approval:payload="{ opinion: &quot;同意&quot; }"><messageEventDefinition messageRef="m"/></intermediateThrowEvent>
        """);

    private static string Waits(string main) => Message(main, """
        <receiveTask id="message" messageRef="m" approval:correlation="form.topic" approval:resultVariable="answer"/>
        """);

    private static string Message(string main, string element) => Steps(main, """<message id="m" name="opinion"/>""", element);

    private static string Signals(string main, string element) => Steps(
        main, """<signal id="s" name="typhoon"/>""", $"""<{element} id="message"><signalEventDefinition signalRef="s"/></{element}>""");

    /// <summary>The process of the sample, with only an event and a step behind it.</summary>
    private static string Steps(string main, string reference, string element) => main[..main.IndexOf("<process", StringComparison.Ordinal)] + $"""
        {reference}
        <process id="main" isExecutable="true">
          <startEvent id="received"/>
          <sequenceFlow id="f1" sourceRef="received" targetRef="message"/>
          {element}
          <sequenceFlow id="f2" sourceRef="message" targetRef="got"/>
          <userTask id="got" name="收到" approval:department="service-centre" approval:role="window-clerk"/>
        </process>
        """ + main[(main.IndexOf("</process>", StringComparison.Ordinal) + "</process>".Length)..];

    private static async Task Open(TestEngine engine, string id, int version, string topic) => TestEngine.Accepted(await engine.Send(
        id,
        SampleService.Clerk,
        SampleService.Start with { ServiceVersion = version, Form = SampleService.Start.Form.With("topic", topic) }));

    /// <summary>As if the calls had been made, but nobody had got to note it.</summary>
    private static async Task Again(TestEngine engine)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        foreach (var row in await db.Outbox.ToListAsync(Cancellation))
        {
            row.State = OutboxState.Waiting;
            row.DueAt = engine.Time.GetUtcNow();
        }

        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task<Case> Find(TestEngine engine, string id) => (await engine.Get<CaseReader>().Find(id, Actor.Engine, Cancellation))!.Case;

    private static async Task<IEnumerable<string>> Items(TestEngine engine, string id) =>
        (await Find(engine, id)).WorkItems.Values.Where(item => item.IsOpen).Select(item => item.Name);
}
