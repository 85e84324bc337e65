using System.Text.Json;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Journal;

namespace Workflows.Engine.Playing;

/// <summary>Tells a play from the journal of its case.</summary>
internal static class PlayReport
{
    public static PlayedCase Of(
        ExampleApplication example,
        DefinitionSet definitions,
        Library library,
        Case state,
        IReadOnlyList<JournalEntry> journal,
        bool isIntact) => new(
            example,
            definitions.Service.Name,
            state.Number,
            state.Status,
            [.. journal.SelectMany(entry => Acts(entry, state, definitions, library))],
            [.. state.Clocks.Values.Select(clock => Clock(clock, state, definitions.Calendar))],
            [.. state.Matters.Values.Select(matter => new PlayedMatter(
                matter.Code,
                matter.Name,
                PlayedWords.State(matter.State),
                matter.AcceptedOn,
                [.. matter.Results.Select(result => $"{result.Name} {result.Number}")]))],
            [.. Differences(example, state, definitions.Calendar)],
            isIntact);

    private static IEnumerable<PlayedAct> Acts(JournalEntry entry, Case state, DefinitionSet definitions, Library library)
    {
        var on = RegionDay.Of(entry.HappenedAt, definitions.Calendar);
        var day = definitions.Calendar.CountWorkingDays(RegionDay.Of(state.ReceivedAt, definitions.Calendar), on);
        foreach (var (matter, what) in entry.Events.Select(e => PlayedWords.Of(e, state, definitions)).OfType<(string? Matter, string What)>())
        {
            yield return new PlayedAct(
                on,
                day,
                PlayActors.Department(library, entry.Actor.Department),
                entry.Actor.Name,
                matter is null ? null : state.Matters[matter].Name,
                what);
        }
    }

    private static PlayedClock Clock(Clock clock, Case state, WorkingDayCalendar calendar)
    {
        var reading = ClockReading.Of(clock, calendar, clock.EndedOn ?? clock.StartedOn);

        return new PlayedClock(
            PlayedWords.Kind(clock.Limit.Kind),
            clock.Matter is null ? null : state.Matters[clock.Matter].Name,
            clock.WorkItemId is { } item ? state.WorkItems[item].Name : null,
            PlayedWords.Limit(clock.Limit),
            clock.StartedOn,
            reading.DueOn,
            reading.DaysStopped,
            clock.EndedOn,
            reading.Status);
    }

    private static IEnumerable<string> Differences(ExampleApplication example, Case state, WorkingDayCalendar calendar)
    {
        var expected = example.Expected;
        var endedOn = state.EndedAt is { } at ? RegionDay.Of(at, calendar) : (DateOnly?)null;
        foreach (var difference in Differs("the case", "status", expected.Status, Kebab(state.Status.ToString()))
            .Concat(Differs("the case", "endedOn", expected.EndedOn, endedOn))
            .Concat(Differs("the case", "matters", string.Join(", ", expected.Matters.Keys.Order(StringComparer.Ordinal)), string.Join(", ", state.Matters.Keys))))
        {
            yield return difference;
        }

        foreach (var (code, matter) in expected.Matters.Where(matter => state.Matters.ContainsKey(matter.Key)))
        {
            var actual = state.Matters[code];
            foreach (var difference in Differs(code, "state", matter.State, actual.State)
                .Concat(Differs(code, "acceptedOn", matter.AcceptedOn, actual.AcceptedOn))
                .Concat(Differs(code, "promisedDueOn", matter.PromisedDueOn, DueOn(state, code, ClockKind.Promise, calendar)))
                .Concat(Differs(code, "statutoryDueOn", matter.StatutoryDueOn, DueOn(state, code, ClockKind.Statutory, calendar)))
                .Concat(Differs(code, "results", string.Join(", ", matter.Results), string.Join(", ", actual.Results.Select(result => result.Code)))))
            {
                yield return difference;
            }
        }
    }

    private static DateOnly? DueOn(Case state, string matter, ClockKind kind, WorkingDayCalendar calendar) =>
        state.Clocks.Values.FirstOrDefault(clock => clock.Matter == matter && clock.WorkItemId is null && clock.Limit.Kind == kind) is { } clock
            ? ClockReading.Of(clock, calendar, clock.EndedOn ?? clock.StartedOn).DueOn
            : null;

    private static IEnumerable<string> Differs<T>(string what, string key, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            yield return $"Expected {key} of {what} to be '{Text(expected)}', but it is '{Text(actual)}'.";
        }
    }

    private static string Text<T>(T value) => value switch
    {
        null => "none",
        DateOnly day => PlayedWords.Day(day),
        _ => value.ToString()!,
    };

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
