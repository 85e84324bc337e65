using BenchmarkDotNet.Attributes;
using Workflows.Definitions;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;
using Workflows.Engine.Clocks;

namespace Workflows.Benchmarks.Clocks;

/// <summary>What it costs to count working days and to read a clock.</summary>
[MemoryDiagnoser]
public class CalendarBenchmarks
{
    private static readonly DateOnly From = new(2026, 2, 13);
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly WorkingDayCalendar calendar = CalendarReader.Read(Path.Combine(AppContext.BaseDirectory, "Library"), new List<DefinitionError>())["cn"];
    private readonly Clock clock = new(1, new TimeLimit(60, TimeUnit.WorkingDays, ClockKind.Promise), From, null, null)
    {
        Stops = [new ClockStop(StopKind.Correction, "b", "a", "d", "r", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6))],
    };

    [Benchmark(Baseline = true)]
    public DateOnly Sixty_working_days_after_a_day() => calendar.AddWorkingDays(From, 60);

    [Benchmark]
    public int Working_days_between_two_days() => calendar.CountWorkingDays(From, new DateOnly(2026, 12, 31));

    [Benchmark]
    public DateTimeOffset Seven_working_hours_after_an_instant() => calendar.Time.Add(Now, TimeSpan.FromHours(7));

    [Benchmark]
    public ClockReading Reading_a_clock_with_a_stop() => ClockReading.Of(clock, calendar, Now);

    [Benchmark]
    public int Explaining_a_clock_of_sixty_days() => ClockExplanation.Of(clock, ClockReading.Of(clock, calendar, Now), calendar).Days.Count;
}
