using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workflows.Load;

/// <summary>Lets a number of clients work one case after another, and measures them once they are warm.</summary>
internal static class Clients
{
    /// <param name="work">Works one case to its end and tells of each completion how long it took.</param>
    public static async Task<Measured> Run(int clients, TimeSpan warmUp, TimeSpan duration, LoadDatabase database, Func<Action<TimeSpan>, Task> work)
    {
        var latencies = new ConcurrentBag<double>[clients];
        var cases = 0;
        var isMeasured = false;
        using var stop = new CancellationTokenSource();
        var all = Enumerable.Range(0, clients).Select(client => Task.Run(() => Client(latencies[client] = []))).ToList();
        await Task.Delay(warmUp);
        var (allocated, written, computed, clock) = (GC.GetTotalAllocatedBytes(), await database.Written(), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        Volatile.Write(ref isMeasured, true);
        await Task.WhenAny(Task.Delay(duration), Task.WhenAll(all));
        Volatile.Write(ref isMeasured, false);
        var seconds = clock.Elapsed.TotalSeconds;
        (allocated, written, computed) = (GC.GetTotalAllocatedBytes() - allocated, await database.Written() - written, Environment.CpuUsage.TotalTime - computed);
        await stop.CancelAsync();
        await Task.WhenAll(all);
        var sorted = latencies.SelectMany(taken => taken).Order().ToList();
        return new Measured(clients, sorted.Count, cases, seconds, sorted, allocated, written, computed);

        async Task Client(ConcurrentBag<double> taken)
        {
            while (!stop.IsCancellationRequested)
            {
                await work(time =>
                {
                    if (Volatile.Read(ref isMeasured))
                    {
                        taken.Add(time.TotalMilliseconds);
                    }
                });
                if (Volatile.Read(ref isMeasured))
                {
                    Interlocked.Increment(ref cases);
                }
            }
        }
    }
}
