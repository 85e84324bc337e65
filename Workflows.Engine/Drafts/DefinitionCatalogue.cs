using Workflows.Definitions.Libraries;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Drafts;

/// <summary>Everything that is defined, as analysts look for it.</summary>
public sealed class DefinitionCatalogue(DefinitionStore definitions, DraftBook drafts)
{
    public async Task<IReadOnlyList<CatalogueEntry>> Read(CancellationToken cancellation = default)
    {
        var current = await definitions.Current(cancellation);
        var versions = await definitions.Versions(cancellation);
        var open = (await drafts.List(cancellation)).Where(draft => DraftLifecycle.IsOpen(draft.State)).ToList();
        var known = current.Select(published => published.Definitions.Service.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. current.Select(published => Service(published.Definitions.Service, versions, open)),
            .. open.Where(draft => !known.Contains(draft.ServiceCode)).Select(draft => new CatalogueEntry(
                CatalogueKind.Service, draft.ServiceCode, draft.Name, null, draft.ChangedBy, draft.ChangedAt, [], [draft])),
            .. Shared(current, CatalogueKind.Matter, library => library.Matters.Values.Select(matter => (matter.Code, matter.Name)), (service, code) => service.Matters.Any(member => member.Matter.Code == code)),
            .. Shared(current, CatalogueKind.Process, Processes, Calls),
            .. current.SelectMany(Tables),
            .. current.Select(published => Of(published, CatalogueKind.Form, "form.yaml", $"{published.Definitions.Service.Name} · {published.Definitions.Service.Form.Fields.Count()}")),
            .. Shared(current, CatalogueKind.Material, library => library.Materials.Values.Select(material => (material.Code, material.Name)), (service, code) => service.Materials.ContainsKey(code)),
        ];
    }

    private static CatalogueEntry Service(ServiceDefinition service, IReadOnlyList<PublishedVersion> versions, List<DraftEntry> open)
    {
        var published = versions.FirstOrDefault(version => version.Code == service.Code && version.Version == service.Version);
        return new CatalogueEntry(
            CatalogueKind.Service,
            service.Code,
            service.Name,
            service.Version,
            published?.PublishedBy,
            published?.PublishedAt,
            [],
            [.. open.Where(draft => draft.ServiceCode == service.Code)]);
    }

    private static IEnumerable<CatalogueEntry> Shared(
        IReadOnlyList<PublishedService> current,
        CatalogueKind kind,
        Func<Library, IEnumerable<(string Code, string Name)>> read,
        Func<ServiceDefinition, string, bool> uses) =>
        from entry in current.SelectMany(published => read(published.Library)).DistinctBy(entry => entry.Code)
        orderby entry.Code
        select new CatalogueEntry(
            kind,
            entry.Code,
            entry.Name,
            null,
            null,
            null,
            [.. current.Select(published => published.Definitions.Service).Where(service => uses(service, entry.Code)).Select(service => service.Name)],
            []);

    private static IEnumerable<(string Code, string Name)> Processes(Library library) =>
        library.SharedProcesses.Select(process => (process.Key, process.Value.Processes.First(one => one.Id == process.Key).Name ?? process.Key));

    private static bool Calls(ServiceDefinition service, string process) =>
        service.Process.Processes.SelectMany(one => one.Content.Descendants()).OfType<CallActivity>().Any(call => call.CalledElement == process);

    private static IEnumerable<CatalogueEntry> Tables(PublishedService published) => published.Library.Decisions
        .Where(model => model.Key.StartsWith($"services/{published.Definitions.Service.Code}/", StringComparison.Ordinal) || model.Key.StartsWith("shared/", StringComparison.Ordinal))
        .Select(model => Of(published, CatalogueKind.DecisionTable, model.Key.Split('/')[^1], string.Join("、", model.Value.Decisions.Select(decision => decision.Name))));

    private static CatalogueEntry Of(PublishedService published, CatalogueKind kind, string file, string name) =>
        new(kind, $"{published.Definitions.Service.Code}/{file}", name, null, null, null, [published.Definitions.Service.Name], []);
}

/// <param name="Version">The version in force, for a service that is published.</param>
/// <param name="UsedBy">The names of the services that use it.</param>
/// <param name="Drafts">The open drafts of a service.</param>
public sealed record CatalogueEntry(
    CatalogueKind Kind,
    string Code,
    string Name,
    int? Version,
    string? ChangedBy,
    DateTimeOffset? ChangedAt,
    IReadOnlyList<string> UsedBy,
    IReadOnlyList<DraftEntry> Drafts);

public enum CatalogueKind
{
    Service,
    Matter,
    Process,
    DecisionTable,
    Form,
    Material,
}
