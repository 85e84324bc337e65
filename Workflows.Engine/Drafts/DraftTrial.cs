using System.Globalization;
using Workflows.Definitions;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Services;
using Workflows.Engine.Definitions;
using Workflows.Engine.Playing;

namespace Workflows.Engine.Drafts;

/// <summary>Plays an application on a draft: through the whole engine, on virtual time, in a database of its own.</summary>
public sealed class DraftTrial(DefinitionStore definitions)
{
    /// <summary>Plays to the end, or tells why it does not come there.</summary>
    public async Task<TriedDraft> Play(Draft draft, ExampleApplication application, CancellationToken cancellation = default)
    {
        try
        {
            var receivedAt = new DateTimeOffset(application.ReceivedOn, new TimeOnly(1, 30), TimeSpan.Zero);
            await using var host = await PlayHost.Start(await Package(draft, application.ReceivedOn, cancellation), receivedAt, cancellation);
            return await host.Get<DefinitionStore>().FindCurrent(draft.ServiceCode, cancellation) is { } service
                ? new TriedDraft(await new CasePlayer(host, service, application).Play(cancellation), [])
                : new TriedDraft(null, [$"Expected service '{draft.ServiceCode}' to be read, but it was not."]);
        }
        catch (DefinitionException wrong)
        {
            return new TriedDraft(null, [.. wrong.Errors.Select(error => error.ToString())]);
        }
        catch (InvalidOperationException stuck)
        {
            return new TriedDraft(null, [stuck.Message]);
        }
    }

    // Whatever day the service is to come into force: it is tried on the day of the application.
    private async Task<LibraryPackage> Package(Draft draft, DateOnly receivedOn, CancellationToken cancellation)
    {
        var path = $"services/{draft.ServiceCode}/service.yaml";
        var files = new Dictionary<string, string>(draft.Files, StringComparer.Ordinal);
        if (files.TryGetValue(path, out var yaml))
        {
            files[path] = ServiceYaml.With(yaml, "effective-on", receivedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return LibraryPackage.OfTexts(files).Over(await definitions.InForce(cancellation));
    }
}

/// <param name="Case">The case as it was played; null where it could not be.</param>
/// <param name="Obstacles">Why not; empty where it was.</param>
public sealed record TriedDraft(PlayedCase? Case, IReadOnlyList<string> Obstacles);
