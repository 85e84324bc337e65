using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Workflows.Definitions;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Services;
using Workflows.Engine.Definitions;
using Workflows.Engine.Playing;

namespace Workflows.Engine.CommandLine;

/// <summary><c>play &lt;example.json&gt;</c>: plays an example application to its end on virtual time and prints the timeline.</summary>
/// <remarks>Exit status 1 where the play cannot be played, or does not end as the example expects.</remarks>
public static class PlayCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var example = new Argument<FileInfo>("example") { Description = "An example application of a service: services/<code>/examples/*.json." };
        var library = new Option<DirectoryInfo?>("--library") { Description = "The library that the example belongs to; by default the one that the file lies in." };
        var json = new Option<bool>("--json") { Description = "Print JSON for tools instead of text for people." };
        var command = new Command("play", "Plays an example application to its end on virtual time, through the real engine.") { example, library, json };
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetRequiredValue(example),
            parsed.GetValue(library),
            parsed.GetValue(json),
            output,
            errors,
            cancellation));

        return command;
    }

    /// <summary>Plays the example of a service of a library.</summary>
    /// <exception cref="DefinitionException">The example or the library has errors.</exception>
    /// <exception cref="InvalidOperationException">The play cannot be played to its end.</exception>
    public static async Task<PlayedCase> Play(FileInfo example, DirectoryInfo? library, CancellationToken cancellation)
    {
        var application = ExampleReader.Read(await File.ReadAllTextAsync(example.FullName, cancellation), example.Name);
        var service = example.Directory?.Parent ?? throw new InvalidOperationException($"Expected '{example.Name}' in the examples of a service, but it is not.");
        var folder = library ?? service.Parent?.Parent ?? throw new InvalidOperationException($"Expected '{example.Name}' in a library, but it is not.");
        await using var host = await PlayHost.Start(LibraryPackage.OfFolder(folder.FullName), new DateTimeOffset(application.ReceivedOn, new TimeOnly(1, 30), TimeSpan.Zero), cancellation);
        var published = await host.Get<DefinitionStore>().FindCurrent(service.Name, cancellation)
            ?? throw new InvalidOperationException($"Expected service '{service.Name}' to be in force on {PlayedWords.Day(application.ReceivedOn)}, but it is not.");

        return await new CasePlayer(host, published, application).Play(cancellation);
    }

    private static async Task<int> Run(FileInfo example, DirectoryInfo? library, bool asJson, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (!example.Exists)
        {
            await errors.WriteLineAsync($"Expected an example application in '{example}', but there is no such file.");

            return 1;
        }

        try
        {
            var played = await Play(example, library, cancellation);
            await output.WriteAsync(asJson ? JsonSerializer.Serialize(played, Json) + "\n" : PlayedText.Of(played));

            return played.Differences.Count == 0 && played.JournalVerified ? 0 : 1;
        }
        catch (Exception failure) when (failure is DefinitionException or InvalidOperationException)
        {
            await errors.WriteLineAsync(failure.Message);

            return 1;
        }
    }
}
