using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Specs.Storage;

/// <summary>The headless host as a process of its own, which can be killed.</summary>
internal sealed partial class EngineProcess : IDisposable
{
    private readonly Process process;

    private EngineProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts the host on a free loopback port and waits until it listens.</summary>
    public static async Task<EngineProcess> Start(TestDatabase database, CancellationToken cancellation, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workflows.Engine.dll"), "serve", "--urls", "http://127.0.0.1:0", "--contentRoot", database.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in database.Settings.Concat(settings ?? new Dictionary<string, string?>()))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new List<string>();
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"Expected the host to listen, but it ended: {string.Join('\n', output)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new EngineProcess(process, await listening.Task.WaitAsync(cancellation));

        void Read(string? line)
        {
            lock (output)
            {
                output.Add(line ?? "");
            }

            if (line is not null && Listening().Match(line) is { Success: true } found)
            {
                listening.TrySetResult(new Uri(found.Groups[1].Value));
            }
        }
    }

    /// <summary>Ends the process at once, as a loss of power would: nothing is closed, nothing is flushed.</summary>
    public async Task Kill(CancellationToken cancellation)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellation);
    }

    /// <summary>Asks the process to end, as a service manager does, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Stop(CancellationToken cancellation)
    {
        await Signal("TERM");
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    /// <summary>Lets the process stand still: it holds its connections and locks, and does nothing.</summary>
    public Task Freeze() => Signal("STOP");

    public Task Continue() => Signal("CONT");

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    [GeneratedRegex(@"Now listening on: (http\S+)")]
    private static partial Regex Listening();
}
