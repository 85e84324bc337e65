namespace Workflows.Definitions.Feel;

/// <summary>A days and time duration, in seconds, of either sign.</summary>
public sealed record FeelDuration(decimal Seconds) : FeelValue
{
    /// <summary>Beyond this many seconds arithmetic on durations ends in null.</summary>
    internal const decimal Longest = 86_400m * 800_000_000_000;
}

/// <summary>A years and months duration, in months, of either sign.</summary>
public sealed record FeelMonths(long Months) : FeelValue
{
    internal const long Longest = 24L * FeelDate.LastYear;
}
