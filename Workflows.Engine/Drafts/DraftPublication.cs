using System.Globalization;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Drafts;

/// <summary>Publishes a draft that was approved: as the next version of its service, from a day on.</summary>
public sealed class DraftPublication(DraftBook drafts, DefinitionStore definitions, Publication publication)
{
    /// <summary>Publishes, or says why not; the draft is then what was published and changes no more.</summary>
    /// <remarks>To publish again what was published already, from the same day on, only marks the draft.</remarks>
    /// <param name="effectiveOn">The day from which new cases start on it.</param>
    /// <param name="dryRun">True to be told what is in the way, and publish nothing.</param>
    public async Task<PublishedDraft> Publish(Draft draft, DateOnly effectiveOn, Actor actor, bool dryRun, CancellationToken cancellation = default)
    {
        if (!dryRun && DraftLifecycle.After(draft.State, DraftAct.Publish) is null)
        {
            return new PublishedDraft(null, new ImportReport([], []), new Rejected(
                RejectionCode.InvalidState, $"Expected draft '{draft.Id}' to be approved, but it is {draft.State}.", draft.Name, $"DraftState.{draft.State}"));
        }

        // A program that stopped after publishing and before marking the draft would else publish it twice.
        var already = (await FindPublished(draft, cancellation)).FirstOrDefault(published => published.EffectiveOn == effectiveOn);
        var version = already?.Version ?? await NextVersion(draft.ServiceCode, cancellation);
        var report = already is null
            ? await publication.Publish(LibraryPackage.OfTexts(Numbered(draft, version, effectiveOn)), actor, dryRun, cancellation)
            : new ImportReport([], []);
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

    /// <summary>The version that the draft became: the newest with its very files; null where it was not published.</summary>
    public async Task<int?> PublishedAs(Draft draft, CancellationToken cancellation = default) =>
        (await FindPublished(draft, cancellation)).Select(published => (int?)published.Version).FirstOrDefault();

    private async Task<IReadOnlyList<PublishedVersion>> FindPublished(Draft draft, CancellationToken cancellation)
    {
        var found = new List<PublishedVersion>();
        foreach (var version in (await definitions.Versions(cancellation)).Where(version => version.Code == draft.ServiceCode && version.Version > (draft.BaseVersion ?? 0)).Reverse())
        {
            var published = await definitions.Files(draft.ServiceCode, version.Version, cancellation);
            if (IsSame(published!, Numbered(draft, version.Version, version.EffectiveOn)))
            {
                found.Add(version);
            }
        }

        return found;
    }

    // A version keeps whole folders of what was published, but not the matters that its service does not use.
    private static bool IsSame(IReadOnlyDictionary<string, string> published, Dictionary<string, string> files)
    {
        var folders = published.Keys.Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        return files.Keys.Count(path => folders.Contains(FolderOf(path))) == published.Count
            && published.All(file => files.GetValueOrDefault(file.Key) == file.Value);
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

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
