using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Journal;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Drivers;

/// <summary>The acts by which limits stand, take longer and are counted anew, and what the journal tells of them.</summary>
internal sealed class TimeLimits(Office office, Handling handling, People people) : IDisposable
{
    private const string Article45 = "《中华人民共和国行政许可法》第四十五条";

    private readonly TemporaryLibrary library = LibraryFolder.Copy();
    private int notices;

    public async Task OpenProcedure(Actor officer, DateOnly on, string matter, StopKind kind, DateOnly until, string basis = Article45)
    {
        await office.MoveTo(on);
        var code = handling.Matter(matter).Code;
        var item = office.Case.WorkItems.Values.Last(item => item.Matter == code);
        await office.Try(officer, new OpenSpecialProcedure(item.Id, kind, basis, "分管局长", $"特告〔2026〕{++notices}号", until, "依法需要"));
    }

    public async Task CloseProcedure(Actor officer, DateOnly on, string result)
    {
        await office.MoveTo(on);
        await office.Do(officer, new CloseSpecialProcedure(office.Case.Procedures.Values.Single(procedure => procedure.IsOpen).Id, result));
    }

    public async Task Extend(string department, DateOnly on, string matter, decimal days, string reason)
    {
        await office.MoveTo(on);
        var code = handling.Matter(matter).Code;
        var statutory = office.Case.Clocks.Values.Single(clock => clock.Matter == code && clock.Limit.Kind is ClockKind.Statutory);
        await office.Try(await people.Head(department), new ExtendLimit(statutory.Id, days, $"{department}主要负责人", "延批〔2026〕1号", reason));
    }

    public async Task IssueOwed(string department, DateOnly on, string matter)
    {
        await office.MoveTo(on);
        await office.Do(await people.Officer(department), new IssueOverdueDocument(handling.Matter(matter).Code));
    }

    /// <summary>The city orders silent consent for a matter, before anybody applies.</summary>
    public async Task OrderSilentConsent(string matter, string basis)
    {
        var code = (await office.Published()).Library.Matters.Values.Single(definition => definition.Name == matter).Code;
        var path = $"matters/{code}/matter.yaml";
        library.With(path, $"{await File.ReadAllTextAsync(Path.Combine(library.Folder, path), TestContext.Current.CancellationToken)}\nsilent-consent: {{ basis: {basis} }}\n");
        await Import();
    }

    /// <summary>The city lets a matter be suspended, before anybody applies.</summary>
    public async Task AllowSuspension(string matter, string basis)
    {
        var code = (await office.Published()).Library.Matters.Values.Single(definition => definition.Name == matter).Code;
        var path = $"matters/{code}/matter.yaml";
        var text = await File.ReadAllTextAsync(Path.Combine(library.Folder, path), TestContext.Current.CancellationToken);
        library.With(path, text.Replace("special-procedures:\n", $"special-procedures:\n  - {{ kind: suspension, basis: {basis} }}\n", StringComparison.Ordinal));
        await Import();
    }

    /// <summary>A notice that makes one more day off in 2026.</summary>
    public async Task PublishDayOff(DateOnly day, string holiday)
    {
        const string path = "calendars/cn/2026.yaml";
        var text = await File.ReadAllTextAsync(Path.Combine(library.Folder, path), TestContext.Current.CancellationToken);
        library.With(path, $"{text}\n  - name: {holiday}\n    off: [{day:yyyy-MM-dd}]\n");
        await Import();
        await Publish();
    }

    /// <summary>The notice for 2027: New Year's three days.</summary>
    public async Task PublishNextYear()
    {
        library.With("calendars/cn/2027.yaml", "notice: https://www.gov.cn/2027\nholidays:\n  - name: 元旦\n    off: [2027-01-01/2027-01-03]\n");
        await Import();
        await Publish();
    }

    public async Task<IReadOnlyList<ClockRungPassed>> Cards(AlertLevel level) => [.. (await Told<ClockRungPassed>()).Where(rung => rung.Level == level)];

    public async Task<IReadOnlyList<T>> Told<T>()
        where T : CaseEvent
    {
        var journal = (await office.Engine()).Get<JournalReader>();
        return [.. (await journal.Read(office.Case.Id, TestContext.Current.CancellationToken)).SelectMany(entry => entry.Events).OfType<T>()];
    }

    public void Dispose() => library.Dispose();

    private async Task Import()
    {
        var report = await (await office.Engine()).Get<LibraryImport>().Run(library.Folder, TestContext.Current.CancellationToken);
        report.Errors.ShouldBeEmpty();
    }

    private async Task Publish()
    {
        var watch = ActivatorUtilities.CreateInstance<CalendarWatch>((await office.Engine()).Services);
        await watch.Look(TestContext.Current.CancellationToken);
        await office.MoveTo(office.Today);
    }
}
