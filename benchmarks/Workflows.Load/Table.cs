using System.Globalization;

namespace Workflows.Load;

/// <summary>Prints runs as a Markdown table, a line as soon as its run is done.</summary>
internal static class Table
{
    public static void Head()
    {
        Console.WriteLine("| | database | clients | completions/s | floor/s | of the floor | p50 ms | p99 ms | cases/s | ms computed | floor | KB allocated | rows | KB of rows, median | KB written |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    }

    public static void Line(string name, string database, Measured run, Measured? floor, double rows, double medianBytes) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {database} | {run.Clients} | {run.PerSecond:N0} | {floor?.PerSecond:N0} | {run.PerSecond / floor?.PerSecond:P0} | {run.Percentile(0.5):N2} | {run.Percentile(0.99):N2} | {run.Cases / run.Seconds:N0} | {run.ComputedEach:N2} | {floor?.ComputedEach:N2} | {run.AllocatedEach / 1024:N0} | {rows:N1} | {medianBytes / 1024:N1} | {run.WrittenEach / 1024:N1} |"));
}
