using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Files;
using Workflows.Engine.Handling;
using Workflows.Engine.Intake;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;
using Workflows.Engine.Sweeping;
using Workflows.Specs.Storage;
using Workflows.Specs.Support;
using Workflows.Specs.Support.Gherkin;
using Xunit;
using Case = Workflows.Engine.Cases.Case;

namespace Workflows.Specs.Drivers;

/// <summary>The office of a scenario: the engine on a database of its own, with the library, at a time that stands still, and its one case.</summary>
internal sealed class Office : IScenarioEnd, IAsyncDisposable
{
    public const string Service = "open-restaurant";

    private const int OfficeHour = 10;

    /// <summary>Before every day that a feature names.</summary>
    private static readonly DateTimeOffset Opening = Days.At("2026-01-05", OfficeHour);

    private TestEngine? engine;
    private Case? state;

    /// <summary>The service that the scenario is about.</summary>
    public string ServiceCode { get; set; } = Service;

    public Case Case => state ?? throw new InvalidOperationException("Expected a case, but the scenario has started none.");

    /// <summary>Why the last command was refused; null where it was accepted.</summary>
    public Rejected? Refusal { get; private set; }

    public DateTimeOffset Now => engine!.Time.GetUtcNow();

    public DateOnly Today => RegionDay.Of(Now, LibraryFolder.China);

    public async Task<TestEngine> Engine() => engine ??= await TestEngine.Start(at: Opening);

    public async Task<PublishedService> Published() =>
        (await (await Engine()).Get<DefinitionStore>().FindCurrent(ServiceCode, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    /// <summary>Moves to a day, and lets the sweeper do what is due by then.</summary>
    public async Task MoveTo(DateOnly day)
    {
        var running = await Engine();
        var instant = new DateTimeOffset(day, new TimeOnly(OfficeHour, 0), Opening.Offset);
        if (instant > Now)
        {
            running.Time.MoveTo(instant);
            await ActivatorUtilities.CreateInstance<ClockSweeper>(running.Services).Sweep(TestContext.Current.CancellationToken);
        }

        if (state is not null)
        {
            await Look();
        }
    }

    /// <summary>Looks at the case afresh: somebody else than the scenario's officers may have changed it.</summary>
    public async Task Look() =>
        state = (await (await Engine()).Get<CaseReader>().Find(Case.Id, Actor.Engine, TestContext.Current.CancellationToken)).ShouldNotBeNull().Case;

    /// <summary>Sends a command that has to be accepted.</summary>
    public async Task Do(Actor actor, CaseCommand command)
    {
        await Try(actor, command);
        Refusal?.Message.ShouldBeNull();
    }

    /// <summary>Sends a command that may be refused.</summary>
    public async Task Try(Actor actor, CaseCommand command) => Take(await (await Engine()).Send(Case.Id, actor, command));

    /// <summary>Keeps an answer of the engine: the case as it is now, or why it is as it was.</summary>
    public void Take(CommandResult result) => (state, Refusal) = result switch
    {
        CommandAccepted accepted => (accepted.Case, null),
        CommandRejected rejected => (state, rejected.Rejection),
        _ => throw new UnreachableException(),
    };

    /// <summary>A material with its file in the store.</summary>
    public async Task<MaterialFile> Material(string code, string fileName)
    {
        var saved = await Save(fileName, Encoding.UTF8.GetBytes($"%PDF-1.7 {fileName}"));
        return new MaterialFile(code, saved.ShouldBeOfType<FileSaved>().File.Id);
    }

    public async Task<FileSaveResult> Save(string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await (await Engine()).Get<FileStore>().Save(stream, name, People.Clerk, TestContext.Current.CancellationToken);
    }

    /// <summary>The journal is unbroken, and folding it afresh gives the case as it is stored.</summary>
    public async Task VerifyAtScenarioEnd()
    {
        if (state is { Id: var id })
        {
            var verdict = await engine!.Get<JournalReader>().Verify(id, TestContext.Current.CancellationToken);
            verdict.Reason.ShouldBeNull();
            verdict.Entries.ShouldBeGreaterThan(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }
    }
}
