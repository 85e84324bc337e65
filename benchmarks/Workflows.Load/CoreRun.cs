using System.Globalization;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Load;

/// <summary>What a completion costs one thread without a database, in computing time, which a busy machine does not change much.</summary>
internal static class CoreRun
{
    private const string Statistics = "/proc/thread-self/schedstat";

    public static void Print(TimeSpan duration)
    {
        Console.WriteLine("| | decide and apply | per second | rows | write state | read state | hash |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, one) in new[] { ("W1", Completion.InSequence()), ("W2", Completion.InFork()) })
        {
            var decide = Cost(one.Decide, duration);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {decide} | {1_000_000 / decide.Microseconds:N0} | {Cost(one.Rows, duration)} | {Cost(() => CaseJson.Write(one.Accepted.Case), duration)} | {Cost(() => CaseJson.ReadCase(one.State), duration)} | {Cost(() => JournalHash.Of(one.Journal), duration)} |"));
        }
    }

    /// <summary>The best of several rounds.</summary>
    private static ThreadCost Cost(Func<object> work, TimeSpan duration)
    {
        var best = new ThreadCost(double.MaxValue, 0);
        for (var round = 0; round < 10; round++)
        {
            var (spent, allocated, count) = (Spent(), GC.GetAllocatedBytesForCurrentThread(), 0);
            while (Spent() - spent < duration.TotalMicroseconds / 10)
            {
                for (var repeat = 0; repeat < 100; repeat++)
                {
                    work();
                }

                count += 100;
            }

            var cost = new ThreadCost((Spent() - spent) / count, (GC.GetAllocatedBytesForCurrentThread() - allocated) / count);
            best = cost.Microseconds < best.Microseconds ? cost : best;
        }

        return best;
    }

    private static double Spent() => long.Parse(File.ReadAllText(Statistics).Split(' ')[0], CultureInfo.InvariantCulture) / 1000.0;

    private readonly record struct ThreadCost(double Microseconds, long Bytes)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Microseconds:N1} µs, {Bytes / 1024.0:N1} KB");
    }
}
