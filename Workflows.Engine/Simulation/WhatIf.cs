namespace Workflows.Engine.Simulation;

/// <summary>What a simulation supposes.</summary>
/// <param name="Cases">How many applications come in.</param>
/// <param name="ArrivalsPerDay">On average, in a working day; they come independently of each other.</param>
/// <param name="Staff">How many people each department has for this service, by code; one where it is not named.</param>
/// <param name="Handling">How long a step takes once somebody works on it, by the step's id.</param>
/// <param name="Otherwise">The same for steps that are not named.</param>
/// <param name="Seed">The same seed gives the same run.</param>
public sealed record WhatIf(
    int Cases,
    double ArrivalsPerDay,
    IReadOnlyDictionary<string, int> Staff,
    IReadOnlyDictionary<string, HandlingTime> Handling,
    HandlingTime Otherwise,
    int Seed = 1)
{
    /// <summary>More would keep the machine from its cases.</summary>
    public const int MostCases = 5_000;

    public const int MostStaff = 500;

    /// <summary>The supposition within what can be simulated.</summary>
    internal WhatIf Bounded() => this with
    {
        Cases = Math.Clamp(Cases, 1, MostCases),
        ArrivalsPerDay = Math.Clamp(double.IsFinite(ArrivalsPerDay) ? ArrivalsPerDay : 1, 0.01, 10_000),
    };

    internal int StaffOf(string department) => Math.Clamp(Staff.GetValueOrDefault(department, 1), 1, MostStaff);

    internal HandlingTime HandlingOf(string step) => Handling.GetValueOrDefault(step, Otherwise);
}
