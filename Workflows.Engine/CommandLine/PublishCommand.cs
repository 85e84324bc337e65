using System.CommandLine;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.CommandLine;

/// <summary><c>publish &lt;folder&gt;</c>: publishes the definitions of a library's folder in the database of a host, all or nothing.</summary>
/// <remarks>Exit status 1 where there is an error: then nothing was published.</remarks>
public static class PublishCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder of a library, with services/ and matters/ in it." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would be published, and publish nothing." };
        var json = CommandInputs.Json();
        var settings = CommandHost.Settings();
        var command = new Command("publish", "Checks and publishes the definitions of a library.") { folder, dryRun, json, settings };
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetRequiredValue(folder),
            parsed.GetValue(dryRun),
            parsed.GetValue(json),
            parsed.GetValue(settings) ?? [],
            output,
            errors,
            cancellation));

        return command;
    }

    private static async Task<int> Run(DirectoryInfo folder, bool dryRun, bool asJson, string[] settings, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (!folder.Exists)
        {
            await errors.WriteLineAsync($"Expected the folder of a library in '{folder}', but there is no such folder.");

            return 1;
        }

        await using var host = await CommandHost.Start(settings, cancellation);
        var report = await host.Get<Publication>().Publish(LibraryPackage.OfFolder(folder.FullName), CommandHost.Operator, dryRun, cancellation);
        if (asJson)
        {
            await output.WriteLineAsync(Json(report, dryRun));
        }
        else
        {
            foreach (var line in report.Errors.Select(error => error.ToString()).Concat(report.Imported.Select(imported => $"{(dryRun ? "would publish" : "published")} {imported}")))
            {
                await output.WriteLineAsync(line);
            }
        }

        return report.Errors.Count == 0 ? 0 : 1;
    }

    private static string Json(ImportReport report, bool dryRun) => CommandInputs.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("dryRun", dryRun);
        FindingText.WriteStrings(writer, "published", report.Imported);
        writer.WriteStartArray("errors");
        foreach (var error in report.Errors)
        {
            writer.WriteStartObject();
            writer.WriteString("source", error.Source);
            writer.WriteNumber("line", error.Line);
            writer.WriteNumber("column", error.Column);
            writer.WriteString("element", error.ElementId);
            writer.WriteString("message", error.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
