using System.Diagnostics;
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
    public static async Task<EngineProcess> Start(TestDatabase database, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workflows.Engine.dll"), "serve", "--urls", "http://127.0.0.1:0", "--contentRoot", database.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in database.Settings)
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

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http\S+)")]
    private static partial Regex Listening();
}
