namespace Workflows.Engine.Simulation;

/// <summary>What came out of a simulation.</summary>
/// <param name="Ended">The cases that came to their end within the calendar.</param>
/// <param name="Percentiles">Working days from receipt to the end that so many of a hundred ended cases did not exceed: 50, 80, 95.</param>
/// <param name="Departments">The busiest first.</param>
/// <param name="Steps">The names of the steps that were reached, by id.</param>
/// <param name="Obstacles">Why cases did not go on, each once.</param>
public sealed record WhatIfReport(
    int Cases,
    int Ended,
    IReadOnlyList<CasePercentile> Percentiles,
    IReadOnlyList<DepartmentLoad> Departments,
    IReadOnlyDictionary<string, string> Steps,
    IReadOnlyList<string> Obstacles)
{
    /// <summary>The department that applications wait for longest; null where none has to wait.</summary>
    public string? Bottleneck => Departments.Where(department => department.WaitedHours > 0).MaxBy(department => department.WaitedHours)?.Department;
}

/// <param name="Percent">Of a hundred ended cases, so many took no longer.</param>
/// <param name="Days">Working days.</param>
public sealed record CasePercentile(int Percent, int Days);

/// <param name="Department">Its code.</param>
/// <param name="Steps">How many steps its people completed.</param>
/// <param name="Limits">How many clocks of its steps and matters were met or passed.</param>
/// <param name="Late">Of these, how many were passed.</param>
/// <param name="WaitedHours">From when steps were offered until somebody began with them, all together: working hours.</param>
/// <param name="Utilisation">The part of its people's time that the steps take, from 0 to 1.</param>
public sealed record DepartmentLoad(string Department, int Staff, int Steps, int Limits, int Late, double WaitedHours, double Utilisation)
{
    /// <summary>Working hours that a step waits on average.</summary>
    public double MeanWaitHours => Steps == 0 ? 0 : WaitedHours / Steps;

    /// <summary>The part of its limits that was passed, from 0 to 1.</summary>
    public double BreachRate => Limits == 0 ? 0 : (double)Late / Limits;
}
