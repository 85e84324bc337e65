using System.Diagnostics;
using System.Globalization;

namespace Workflows.Specs.Support;

/// <summary>The time that this thread has spent computing, so that a bound can be tested on a busy machine.</summary>
/// <remarks>Linux tells it; elsewhere it is the time that has passed.</remarks>
public static class ThreadTime
{
    private const string Statistics = "/proc/thread-self/schedstat";

    public static TimeSpan Of(Action action)
    {
        var before = Spent();
        action();
        return Spent() - before;
    }

    private static TimeSpan Spent() => File.Exists(Statistics)
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(Statistics).Split(' ')[0], CultureInfo.InvariantCulture) / 1000.0)
        : Stopwatch.GetElapsedTime(0);
}
