using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Engine.Versions;

namespace Workflows.Engine.CommandLine;

/// <summary><c>migrate &lt;service&gt; --from 1 --to 2 --dry-run|--apply</c>: moves running cases to another version of their service.</summary>
/// <remarks>Exit status 1 where a case cannot be moved, or the versions or instructions cannot be read.</remarks>
public static class MigrateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var service = new Argument<string>("service") { Description = "The code of the service." };
        var from = new Option<int>("--from") { Description = "The version that the cases are on.", Required = true };
        var to = new Option<int>("--to") { Description = "The version to move them to.", Required = true };
        var instructions = new Option<FileInfo?>("--instructions") { Description = "A JSON file with moves, dropped and adoptLimits." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would happen, and change nothing." };
        var apply = new Option<bool>("--apply") { Description = "Move the cases." };
        var json = CommandInputs.Json();
        var settings = CommandHost.Settings();
        var command = new Command("migrate", "Moves running cases to another version of their service.") { service, from, to, instructions, dryRun, apply, json, settings };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(dryRun) == parsed.GetValue(apply))
            {
                parsed.AddError("Expected either --dry-run or --apply, but found both or neither.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                var read = await Read(parsed.GetValue(instructions), cancellation);
                var request = new MigrationRequest(parsed.GetRequiredValue(service), parsed.GetValue(from), parsed.GetValue(to), read);
                await using var host = await CommandHost.Start(parsed.GetValue(settings) ?? [], cancellation);
                var cases = await All(host.Get<CaseMigration>(), request, parsed.GetValue(apply), cancellation);
                await output.WriteAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(cases, Json) + "\n" : MigrationText.Of(cases, parsed.GetValue(apply)));

                return cases.Exists(moved => !moved.CanMove) ? 1 : 0;
            }
            catch (Exception failure) when (failure is JsonException or IOException or KeyNotFoundException)
            {
                await errors.WriteLineAsync(failure.Message);

                return 1;
            }
        });

        return command;
    }

    private static async Task<MigrationInstructions> Read(FileInfo? file, CancellationToken cancellation) => file is null
        ? MigrationInstructions.None
        : JsonSerializer.Deserialize<MigrationInstructions>(await File.ReadAllTextAsync(file.FullName, cancellation), Json) ?? MigrationInstructions.None;

    /// <exception cref="KeyNotFoundException">One of the versions does not exist.</exception>
    private static async Task<List<MigratedCase>> All(CaseMigration migration, MigrationRequest request, bool apply, CancellationToken cancellation)
    {
        var cases = new List<MigratedCase>();
        string? after = null;
        do
        {
            var batch = (apply
                ? await migration.Apply(request, CommandHost.Operator, after, cancellation: cancellation)
                : await migration.DryRun(request, after, cancellation: cancellation))
                ?? throw new KeyNotFoundException($"Expected service '{request.Service}' in versions {request.FromVersion} and {request.ToVersion}, but they are not both there.");
            cases.AddRange(batch.Cases);
            after = batch.Last;
        }
        while (after is not null);

        return cases;
    }
}
