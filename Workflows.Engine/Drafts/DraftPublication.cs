using System.Globalization;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Drafts;

/// <summary>Publishes a draft that was approved: as the next version of its service, from a day on.</summary>
public sealed class DraftPublication(DraftBook drafts, DefinitionStore definitions, Publication publication)
{
    /// <summary>Publishes, or says why not; the draft is then what was published and changes no more.</summary>
    /// <param name="effectiveOn">The day from which new cases start on it.</param>
    /// <param name="dryRun">True to be told what is in the way, and publish nothing.</param>
    public async Task<PublishedDraft> Publish(Draft draft, DateOnly effectiveOn, Actor actor, bool dryRun, CancellationToken cancellation = default)
    {
        if (!dryRun && DraftLifecycle.After(draft.State, DraftAct.Publish) is null)
        {
            return new PublishedDraft(null, new ImportReport([], []), new Rejected(
                RejectionCode.InvalidState, $"Expected draft '{draft.Id}' to be approved, but it is {draft.State}.", draft.Name, $"DraftState.{draft.State}"));
        }

        var version = await NextVersion(draft.ServiceCode, cancellation);
        var report = await publication.Publish(LibraryPackage.OfTexts(Numbered(draft, version, effectiveOn)), actor, dryRun, cancellation);
        if (report.Errors.Count > 0 || dryRun)
        {
            return new PublishedDraft(version, report, null);
        }

        var taken = await drafts.Take(draft.Id, draft.Version, DraftAct.Publish, null, actor, cancellation);
        return new PublishedDraft(version, report, (taken as DraftRefused)?.Rejection);
    }

    /// <summary>The published versions of the draft's service with the cases that run on them: those stay where they are.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> Running(Draft draft, CancellationToken cancellation = default) =>
        [.. (await definitions.Versions(cancellation)).Where(version => version.Code == draft.ServiceCode && version.RunningCases > 0)];

    private async Task<int> NextVersion(string service, CancellationToken cancellation) =>
        (await definitions.Versions(cancellation)).Where(version => version.Code == service).Select(version => version.Version).DefaultIfEmpty().Max() + 1;

    private static Dictionary<string, string> Numbered(Draft draft, int version, DateOnly effectiveOn)
    {
        var path = $"services/{draft.ServiceCode}/service.yaml";
        var files = draft.Files.Where(file => IsPublished(draft, file.Key)).ToDictionary(StringComparer.Ordinal);
        if (files.TryGetValue(path, out var yaml))
        {
            files[path] = ServiceYaml.With(
                ServiceYaml.With(yaml, "version", version.ToString(CultureInfo.InvariantCulture)),
                "effective-on",
                effectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return files;
    }

    // A draft of one service changes no other, and the city's calendars and rules are published by themselves.
    private static bool IsPublished(Draft draft, string path) =>
        path.Split('/') is not [var folder, var code, ..]
        || (folder == "services" ? code == draft.ServiceCode && !path.Contains("/examples/", StringComparison.Ordinal) : folder is "matters" or "shared" or "catalogue");
}

/// <summary>What came of publishing a draft.</summary>
/// <param name="Version">The version that it has or would have; null where it was refused before.</param>
/// <param name="Report">What was published, and what is in the way.</param>
public sealed record PublishedDraft(int? Version, ImportReport Report, Rejected? Rejection)
{
    public bool IsPublished => Rejection is null && Report.Errors.Count == 0;
}
