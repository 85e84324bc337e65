using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;
using Workflows.Definitions.Calendars;
using Workflows.Engine.Clocks;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision;

namespace Workflows.Engine.Definitions;

/// <summary>What may happen to a published version that no case has started on.</summary>
internal enum UnusedVersion
{
    /// <summary>Another content replaces it, as when the program brings a corrected library.</summary>
    MayChange,

    /// <summary>It stays: other nodes have read it.</summary>
    Stays,
}

/// <summary>Adds what is new in a package to the rows of the store; the caller saves.</summary>
internal sealed class DefinitionRows(EngineDb db, string source, DateTimeOffset now)
{
    /// <summary>What was added, in words.</summary>
    public List<string> Added { get; } = [];

    public List<DefinitionError> Errors { get; } = [];

    /// <summary>Adds the calendars and the rules of clocks that differ from the newest, in force from today; what the package leaves out stays.</summary>
    public async Task AddWhatHoldsForAll(CheckedPackage package, CancellationToken cancellation)
    {
        foreach (var region in package.Library.Calendars.Regions)
        {
            if (await Shrinks(package.Library.Calendars[region], cancellation) is { } shrinks)
            {
                Errors.Add(shrinks);
                continue;
            }

            await AddNewest(DefinitionKind.Calendar, region, DefinitionFiles.OfCalendar(package.Package, region), RegionDay.Of(now, package.Library.Calendars[region]), cancellation);
        }

        if (package.Package.Texts.Keys.Any(path => path.StartsWith("clocks/", StringComparison.Ordinal)))
        {
            await AddNewest(DefinitionKind.Clocks, "standard", DefinitionFiles.OfClocks(package.Package), DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        }
    }

    /// <summary>Adds the rules of supervision where they differ from the newest; a rule that cannot be read goes along, so that supervision can say so.</summary>
    public async Task AddSupervision(CheckedPackage package, CancellationToken cancellation)
    {
        if (package.Package.Texts.Keys.Any(path => path.StartsWith("supervision/", StringComparison.Ordinal)))
        {
            await AddNewest(DefinitionKind.Supervision, RuleBook.Code, DefinitionFiles.OfSupervision(package.Package), DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        }
    }

    /// <summary>Adds the types of projects that differ from the newest; running projects stay on theirs.</summary>
    public async Task AddProjects(CheckedPackage package, CancellationToken cancellation)
    {
        foreach (var code in package.Library.Projects.Keys)
        {
            await AddNewest(DefinitionKind.Project, code, DefinitionFiles.OfProject(package.Package, code), DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        }
    }

    /// <summary>Adds each version of a service that there was not.</summary>
    public async Task AddServices(CheckedPackage package, UnusedVersion unused, CancellationToken cancellation)
    {
        foreach (var service in package.Services)
        {
            var content = DefinitionFiles.OfService(package.Package, package.Library, service.Code);
            await AddService(Row(DefinitionKind.Service, service.Code, service.Version, content, service.EffectiveOn), unused, cancellation);
        }
    }

    /// <summary>The error of a calendar that knows less than the one in force: running clocks could not be counted any more.</summary>
    private async Task<DefinitionError?> Shrinks(WorkingDayCalendar calendar, CancellationToken cancellation)
    {
        var newest = await db.Definitions.Where(row => row.Kind == DefinitionKind.Calendar && row.Code == calendar.Region)
            .OrderByDescending(row => row.Version)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(cancellation);
        return newest is not null
            && DefinitionFiles.Library([newest]).Calendars.TryGet(calendar.Region, out var known)
            && (known.FirstDay < calendar.FirstDay || known.CoveredUntil > calendar.CoveredUntil)
            ? new DefinitionError(
                $"calendars/{calendar.Region}",
                0,
                0,
                null,
                $"Expected calendar '{calendar.Region}' to cover at least {known.FirstDay:O} to {known.CoveredUntil:O} as before, but it covers {calendar.FirstDay:O} to {calendar.CoveredUntil:O}.")
            : null;
    }

    /// <summary>Keeps which library was imported last.</summary>
    public async Task RememberLibrary(byte[] fingerprint, CancellationToken cancellation)
    {
        var last = await Newest(DefinitionKind.Library, source, cancellation);
        if (last is null || !last.Content.AsSpan().SequenceEqual(fingerprint))
        {
            db.Definitions.Add(Row(DefinitionKind.Library, source, (last?.Version ?? 0) + 1, fingerprint, DateOnly.FromDateTime(now.UtcDateTime)));
        }
    }

    private async Task AddNewest(DefinitionKind kind, string code, byte[] content, DateOnly today, CancellationToken cancellation)
    {
        var newest = await Newest(kind, code, cancellation);
        if (newest is null || !newest.Content.AsSpan().SequenceEqual(content))
        {
            var version = (newest?.Version ?? 0) + 1;
            db.Definitions.Add(Row(kind, code, version, content, today));
            Added.Add($"{NameOf(kind)} '{code}', version {version}");
        }
    }

    private Task<DefinitionRow?> Newest(DefinitionKind kind, string code, CancellationToken cancellation) =>
        db.Definitions.Where(row => row.Kind == kind && row.Code == code).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellation);

    private static string NameOf(DefinitionKind kind) => kind switch
    {
        DefinitionKind.Calendar => "calendar",
        DefinitionKind.Clocks => "rules of clocks",
        DefinitionKind.Project => "type of project",
        _ => "rules of supervision",
    };

    private async Task AddService(DefinitionRow row, UnusedVersion unused, CancellationToken cancellation)
    {
        var known = await db.Definitions.FindAsync([row.Kind, row.Code, row.Version], cancellation);
        if (known is not null && known.Content.AsSpan().SequenceEqual(row.Content))
        {
            return;
        }

        if (known is not null && (unused is UnusedVersion.Stays || await IsUsed(row, cancellation)))
        {
            var why = unused is UnusedVersion.Stays ? "as it was published" : "as its cases have started on it";
            Errors.Add(new DefinitionError(
                $"services/{row.Code}/service.yaml",
                0,
                0,
                "version",
                $"Expected service '{row.Code}' in version {row.Version} to stay {why}, but it was changed. Give the change a new version."));
            return;
        }

        if (known is not null)
        {
            db.Definitions.Remove(known);
            await db.SaveChangesAsync(cancellation);
        }

        db.Definitions.Add(row);
        Added.Add($"service '{row.Code}', version {row.Version}");
    }

    private Task<bool> IsUsed(DefinitionRow row, CancellationToken cancellation) =>
        db.Cases.AnyAsync(started => started.ServiceCode == row.Code && started.ServiceVersion == row.Version, cancellation);

    private DefinitionRow Row(DefinitionKind kind, string code, int version, byte[] content, DateOnly effectiveOn) => new()
    {
        Kind = kind,
        Code = code,
        Version = version,
        Content = content,
        Source = source,
        EffectiveOn = effectiveOn,
        ImportedAt = now,
    };
}
