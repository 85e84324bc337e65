using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Journal;
using Workflows.Engine.Outbox;
using Workflows.Specs.Storage;
using Workflows.Specs.Support.Gherkin;
using Xunit;
using Case = Workflows.Engine.Cases.Case;

namespace Workflows.Specs.Drivers;

/// <summary>An office whose cases need a seal from another system, which may be away.</summary>
internal sealed class SealOffice : IScenarioEnd, IAsyncDisposable
{
    private const string CaseId = "case-1";

    private readonly ConcurrentQueue<string> calls = new();
    private TestEngine? engine;
    private CommandResult? answer;

    /// <summary>True while the other system does not answer.</summary>
    public bool IsAway { get; set; }

    /// <summary>The numbers of the cases that were received, one for each application that was sent.</summary>
    public List<string> Numbers { get; } = [];

    /// <summary>The keys of the calls that the other system got.</summary>
    public IReadOnlyCollection<string> Calls => calls;

    public RejectionCode? Refusal => (answer as CommandRejected)?.Rejection.Code;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task Apply(decimal? size = null)
    {
        var form = size is { } given ? FeelContext.Empty.With("size", given) : FeelContext.Empty;
        var result = await (await Engine()).Send(CaseId, SampleService.Clerk, ConnectedService.Start with { Form = form }, "apply");
        Numbers.Add(TestEngine.Accepted(result).Case.Number);
    }

    /// <summary>Lets time pass until the call was given up, or was answered.</summary>
    public async Task CallUntilGivenUp()
    {
        var options = new OutboxOptions();
        for (var attempt = 1; attempt <= options.Attempts; attempt++)
        {
            await Call();
            (await Engine()).Time.Advance(options.LongestWait * 1.25);
        }

        (await Case()).Incidents.ShouldNotBeEmpty();
    }

    public async Task Call() => await (await Engine()).Get<OutboxDispatcher>().Dispatch(Cancellation);

    public async Task Sealed()
    {
        var waiting = (await Case()).Instances.Values.Single(instance => instance.ElementId == "seal");
        await Send(Actor.Engine, new CompleteActivity(waiting.Id));
    }

    public async Task Retry(string reason, FeelContext? variables = null) =>
        await Send(ConnectedService.Administrator, new RetryIncident((await Case()).Incidents.Keys.Single(), reason, variables));

    public async Task Skip(string reason) =>
        await Send(ConnectedService.Administrator, new SkipIncident((await Case()).Incidents.Keys.Single(), reason));

    public async Task<Case> Case() => CaseFolding.Replay((await Journal()).SelectMany(entry => entry.Events));

    public async Task<IReadOnlyList<JournalEntry>> Journal() => await (await Engine()).Get<JournalReader>().Read(CaseId, Cancellation);

    /// <summary>Every scenario ends with a replay: the journal, folded afresh, gives the case as it is stored.</summary>
    public async Task VerifyAtScenarioEnd() => (await (await Engine()).Get<JournalReader>().Verify(CaseId, Cancellation)).Reason.ShouldBeNull();

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }
    }

    private async Task Send(Actor actor, CaseCommand command) => answer = await (await Engine()).Send(CaseId, actor, command);

    private async Task<TestEngine> Engine()
    {
        if (engine is null)
        {
            engine = await TestEngine.Start(TestDatabase.New(Workflows.Engine.Storage.DatabaseProvider.Sqlite), configure: services =>
                services.AddSingleton(new OutboxConsumer("seal", [OutboxKind.ConnectorCalled], Take)));
            engine.Get<DefinitionStore>().Remember(ConnectedService.Published());
        }

        return engine;
    }

    private Task<string?> Take(OutboxCall call, CancellationToken cancellation)
    {
        calls.Enqueue(call.IdempotencyKey);
        return Task.FromResult(IsAway ? "Expected a seal, but the system is away." : null);
    }
}
