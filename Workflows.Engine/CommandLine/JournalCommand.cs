using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Workflows.Engine.Hosting;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Engine.CommandLine;

/// <summary><c>journal verify</c> and <c>journal anchor</c>: whether the journals are what was once written, on a database that nobody need serve.</summary>
/// <remarks>Exit status 0 where everything is intact, 1 where something is not, 2 where it cannot be checked.</remarks>
public static class JournalCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(TextWriter output, TextWriter errors) => new("journal", "Check the journals of a database, and anchor them.")
    {
        Verify(output, errors),
        Anchor(output, errors),
    };

    private static Command Verify(TextWriter output, TextWriter errors)
    {
        var caseId = new Option<string?>("--case") { Description = "Check the journal of this case only." };
        var copy = new Option<FileInfo?>("--anchors") { Description = "A file of anchors that was exported before and kept elsewhere." };
        var chainsOnly = new Option<bool>("--chains-only") { Description = "Leave out the comparison of each case with the fold of its journal, which takes most of the time." };
        var json = CommandInputs.Json();
        var command = new Command("verify", "Checks every hash, every case against its journal, and every anchor.") { caseId, copy, chainsOnly, json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => Run(parsed.UnmatchedTokens, errors, async host =>
        {
            var kept = parsed.GetValue(copy) is { } file ? AnchorText.Read(await File.ReadAllLinesAsync(file.FullName, cancellation)) : [];
            return parsed.GetValue(caseId) is { } one
                ? await VerifyOne(host, one, parsed.GetValue(json), output, cancellation)
                : await VerifyAll(host, kept, parsed.GetValue(chainsOnly), parsed.GetValue(json), output, cancellation);
        }, cancellation));
        return command;
    }

    private static Command Anchor(TextWriter output, TextWriter errors)
    {
        var export = new Option<FileInfo?>("--export") { Description = "Write all anchors to this file, for keeping elsewhere, and take none." };
        var command = new Command("anchor", "Anchors the ends of all journals now.") { export };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => Run(parsed.UnmatchedTokens, errors, async host =>
        {
            var anchors = host.Services.GetRequiredService<JournalAnchors>();
            if (parsed.GetValue(export) is { } file)
            {
                await using var text = file.CreateText();
                var written = await anchors.Export(text, cancellation);
                await output.WriteLineAsync($"{written} anchors written to {file.Name}.");
                return 0;
            }

            var taken = await anchors.Take(cancellation);
            await output.WriteLineAsync($"Anchors taken: {string.Join(", ", taken)}.");
            return 0;
        }, cancellation));
        return command;
    }

    private static async Task<int> VerifyOne(WebApplication host, string caseId, bool asJson, TextWriter output, CancellationToken cancellation)
    {
        var verdict = await host.Services.GetRequiredService<JournalReader>().Verify(caseId, cancellation);
        await output.WriteLineAsync(
            asJson ? JsonSerializer.Serialize(verdict, Json)
            : verdict.IsIntact ? string.Create(CultureInfo.InvariantCulture, $"Intact: {verdict.Entries} entries.")
            : verdict.Reason);
        return verdict.IsIntact ? 0 : 1;
    }

    private static async Task<int> VerifyAll(WebApplication host, IReadOnlyList<JournalAnchor> kept, bool chainsOnly, bool asJson, TextWriter output, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var report = await host.Services.GetRequiredService<JournalAudit>().Run(kept, chainsOnly, cancellation);
        if (asJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(report, Json));
            return report.IsIntact ? 0 : 1;
        }

        foreach (var fault in report.Faults)
        {
            await output.WriteLineAsync(fault.CaseId is null || fault.Anchor is not null ? fault.Reason : $"{fault.CaseId}: {fault.Reason}");
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Cases} cases, {report.Entries} entries, {report.Anchors} anchors, {report.Faults.Count} faults; {report.Entries / watch.Elapsed.TotalSeconds:F0} entries/s."));
        return report.IsIntact ? 0 : 1;
    }

    private static async Task<int> Run(IReadOnlyList<string> settings, TextWriter errors, Func<WebApplication, Task<int>> work, CancellationToken cancellation)
    {
        try
        {
            // The services of a host that is never started: nothing is migrated, swept or served.
            await using var host = EngineHost.Build([.. settings, "--Logging:LogLevel:Default=Warning"]);
            await host.Services.GetRequiredService<DatabaseStart>().Check(cancellation);
            return await work(host);
        }
        catch (Exception refused) when (refused is DatabaseRefusedException or IOException or FormatException)
        {
            await errors.WriteLineAsync(refused.Message);
            return 2;
        }
    }
}
