using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Playing;

/// <summary>An example application that was played to its end.</summary>
/// <param name="Differences">Where the end is not as the example expects; empty where it is.</param>
public sealed record PlayedCase(
    ExampleApplication Example,
    string ServiceName,
    string Number,
    CaseStatus Status,
    IReadOnlyList<PlayedAct> Timeline,
    IReadOnlyList<PlayedClock> Clocks,
    IReadOnlyList<PlayedMatter> Matters,
    IReadOnlyList<string> Differences,
    bool JournalVerified);

/// <summary>Who did what on which day.</summary>
/// <param name="WorkingDay">Working days since the application was received; the day of receipt is 0.</param>
public sealed record PlayedAct(DateOnly On, int WorkingDay, string Department, string Who, string? Matter, string What);

/// <param name="Matter">The matter's name, or null for the case.</param>
/// <param name="Step">The step's name where the clock measures one.</param>
public sealed record PlayedClock(string Kind, string? Matter, string? Step, string Limit, DateOnly StartedOn, DateOnly DueOn, int DaysStopped, DateOnly? EndedOn, ClockStatus Status);

public sealed record PlayedMatter(string Code, string Name, string State, DateOnly? AcceptedOn, IReadOnlyList<string> Results);
