using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Drafts;

/// <summary>What a new draft begins with.</summary>
internal sealed record DraftSource(string Name, int? BaseVersion, IReadOnlyDictionary<string, string> Files);

/// <summary>Where the files of new drafts come from: the published services, the built-in examples, or a template.</summary>
public sealed class DraftOrigin(DefinitionStore definitions)
{
    /// <summary>The version in force with the examples that the program brought; null where the service is not known.</summary>
    internal async Task<DraftSource?> Published(string service, CancellationToken cancellation)
    {
        if (await definitions.FindCurrent(service, cancellation) is not { Definitions.Service: var current })
        {
            return null;
        }

        var files = await definitions.Files(service, current.Version, cancellation);
        return new DraftSource(current.Name, current.Version, Together(BuiltInExamples.Of(service), files!));
    }

    internal async Task<(DraftSource? Source, Rejected? Refusal)> New(NewService service, CancellationToken cancellation)
    {
        if (!service.HasCode)
        {
            return (null, new Rejected(RejectionCode.UnknownFormat, $"Expected a code of small letters, digits and hyphens, but it is '{service.Code}'.", service.Code));
        }

        var current = await definitions.Current(cancellation);
        if (current.Any(published => published.Definitions.Service.Code == service.Code))
        {
            return (null, new Rejected(RejectionCode.Conflict, $"Expected a new code, but service '{service.Code}' is published.", service.Code));
        }

        var library = await Known(current, cancellation);
        return (new DraftSource(service.Name, null, ServiceTemplate.Files(service, library)), null);
    }

    /// <summary>Imported files over what is published: a package may leave out what others share.</summary>
    internal async Task<DraftSource> Imported(string service, IReadOnlyDictionary<string, string> files, CancellationToken cancellation)
    {
        var current = await definitions.Current(cancellation);
        var published = current.FirstOrDefault(one => one.Definitions.Service.Code == service)?.Definitions.Service;
        var shared = (await Known(current, cancellation)).Where(file => !file.Key.StartsWith("services/", StringComparison.Ordinal));
        var name = LibraryReader.Read(Together(shared.ToDictionary(), files)).Services.GetValueOrDefault(service)?.Name;
        return new DraftSource(name ?? published?.Name ?? service, published?.Version, Together(shared.ToDictionary(), files));
    }

    /// <summary>Everything that the published services know together; the last in the order of codes wins where two differ.</summary>
    private async Task<IReadOnlyDictionary<string, string>> Known(IReadOnlyList<PublishedService> current, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, string> files = new Dictionary<string, string>();
        foreach (var service in current.Select(published => published.Definitions.Service))
        {
            files = Together(files, (await definitions.Files(service.Code, service.Version, cancellation))!);
        }

        return files;
    }

    private static Dictionary<string, string> Together(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, string> over)
    {
        var together = new Dictionary<string, string>(files, StringComparer.Ordinal);
        foreach (var (path, text) in over)
        {
            together[path] = text;
        }

        return together;
    }
}
