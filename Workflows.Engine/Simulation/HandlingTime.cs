namespace Workflows.Engine.Simulation;

/// <summary>How long a step takes once somebody works on it, in working hours.</summary>
public abstract record HandlingTime
{
    /// <summary>The working hours that one more step takes.</summary>
    /// <param name="chance">Evenly distributed, from 0 up to but not including 1.</param>
    internal abstract double Hours(double chance);
}

/// <summary>Exponentially distributed around a mean that somebody entered: most steps are short, some are long.</summary>
public sealed record EnteredHandling(double MeanHours) : HandlingTime
{
    private const double Least = 0.01;

    internal override double Hours(double chance) => -Math.Max(Least, MeanHours) * Math.Log(1 - chance);
}

/// <summary>As in past cases: each of their working hours is as likely as the others.</summary>
public sealed record ObservedHandling(IReadOnlyList<double> Observed) : HandlingTime
{
    /// <summary>Fewer say nothing of how a step is distributed.</summary>
    public const int Fewest = 5;

    internal override double Hours(double chance) => Observed[(int)(chance * Observed.Count)];
}
