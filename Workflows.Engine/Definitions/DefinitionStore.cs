using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflows.Definitions;
using Workflows.Definitions.Calendars;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Definitions;

/// <summary>The published definitions: rows of the database, read once and kept.</summary>
public sealed class DefinitionStore(EngineDatabase database, IOptions<RegionOptions> region, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Code, int Version), PublishedService> known = new();
    private readonly ConcurrentDictionary<(string Code, int Version), bool> given = new();
    private volatile WorkingDayCalendar? calendar;

    /// <summary>The definitions of a service's version; null where there are none.</summary>
    /// <exception cref="DefinitionException">They were published, but this program cannot read them.</exception>
    public async ValueTask<DefinitionSet?> Find(string service, int version, CancellationToken cancellation = default) =>
        (await FindPublished(service, version, cancellation))?.Definitions;

    /// <summary>The definitions of a service's version.</summary>
    /// <exception cref="KeyNotFoundException">There are none.</exception>
    public async ValueTask<DefinitionSet> Get(string service, int version, CancellationToken cancellation = default) =>
        await Find(service, version, cancellation)
        ?? throw new KeyNotFoundException($"Expected service '{service}' in version {version}, but the store has no such definition.");

    /// <summary>The service as new cases start on it today: its highest version that is in force; null where there is none.</summary>
    public async Task<PublishedService?> FindCurrent(string service, CancellationToken cancellation = default) =>
        (await CurrentVersions(cancellation)).TryGetValue(service, out var version) ? await FindPublished(service, version, cancellation) : null;

    /// <summary>All services as new cases start on them today, by code.</summary>
    public async Task<IReadOnlyList<PublishedService>> Current(CancellationToken cancellation = default)
    {
        var services = new List<PublishedService>();
        foreach (var (code, version) in (await CurrentVersions(cancellation)).OrderBy(current => current.Key, StringComparer.Ordinal))
        {
            services.Add((await FindPublished(code, version, cancellation))!);
        }

        return services;
    }

    /// <summary>The calendar by which lists that go across services count.</summary>
    /// <exception cref="KeyNotFoundException">None was published.</exception>
    public async ValueTask<WorkingDayCalendar> Calendar(CancellationToken cancellation = default)
    {
        if (calendar is not { } read)
        {
            await using var db = database.Open();
            calendar = read = DefinitionFiles.Library(await InForce(db, cancellation)).Calendars[region.Value.Calendar];
        }

        return read;
    }

    /// <summary>The published versions of all services, by code and version.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> Versions(CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return await db.Definitions
            .Where(row => row.Kind == DefinitionKind.Service)
            .OrderBy(row => row.Code).ThenBy(row => row.Version)
            .Select(row => new PublishedVersion(
                row.Code,
                row.Version,
                row.EffectiveOn,
                row.ImportedAt,
                row.Source,
                db.Cases.Count(started => started.ServiceCode == row.Code && started.ServiceVersion == row.Version && started.Status == CaseStatus.Running)))
            .ToListAsync(cancellation);
    }

    /// <summary>True where a service that cases can run on waits for a message of this name.</summary>
    internal async Task<bool> WaitsFor(string message, CancellationToken cancellation)
    {
        if (known.Values.Any(published => published.Definitions.WaitsFor(message)))
        {
            return true;
        }

        foreach (var version in await Versions(cancellation))
        {
            if ((await Find(version.Code, version.Version, cancellation))?.WaitsFor(message) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The files that a service's version was published with, by path in a library; null where there is none.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> Files(string service, int version, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var content = await db.Definitions
            .Where(row => row.Kind == DefinitionKind.Service && row.Code == service && row.Version == version)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(cancellation);
        return content is null ? null : DefinitionFiles.Texts([content]);
    }

    /// <summary>The files of the calendars and the rules of clocks in force, by path in a library.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> InForce(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return DefinitionFiles.Texts(await InForce(db, cancellation));
    }

    /// <summary>All calendars with the two newest versions of one region, the newest first; once where it was never changed. Those that follow the region differ with it.</summary>
    internal async Task<IReadOnlyList<CalendarSet>> LastTwoCalendars(string region, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var others = await db.Definitions.Where(row => row.Kind == DefinitionKind.Calendar && row.Code != region
                && row.Version == db.Definitions.Where(other => other.Kind == row.Kind && other.Code == row.Code).Max(other => other.Version))
            .Select(row => row.Content).ToListAsync(cancellation);
        var own = await db.Definitions.Where(row => row.Kind == DefinitionKind.Calendar && row.Code == region)
            .OrderByDescending(row => row.Version).Take(2)
            .Select(row => row.Content).ToListAsync(cancellation);
        return [.. own.Select(content => DefinitionFiles.Library([.. others, content]).Calendars)];
    }

    /// <summary>The newest version of each region's calendar, e.g. <c>cn:3</c>; changes whenever a calendar is published on any node.</summary>
    internal async Task<IReadOnlyList<string>> CalendarVersions(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var newest = await db.Definitions.Where(row => row.Kind == DefinitionKind.Calendar)
            .GroupBy(row => row.Code)
            .Select(versions => new { Region = versions.Key, Version = versions.Max(row => row.Version) })
            .ToListAsync(cancellation);
        return [.. newest.Select(row => $"{row.Region}:{row.Version}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads everything in the database anew when it is asked for next.</summary>
    internal void Forget()
    {
        foreach (var read in known.Keys.Where(service => !given.ContainsKey(service)))
        {
            known.TryRemove(read, out _);
        }

        calendar = null;
    }

    /// <summary>Takes a service that the database need not have, for as long as the program runs.</summary>
    internal void Remember(PublishedService service)
    {
        var key = (service.Definitions.Service.Code, service.Definitions.Service.Version);
        given[key] = true;
        known[key] = service;
    }

    /// <summary>A service's version with the library that it was published with; null where there is none.</summary>
    public async ValueTask<PublishedService?> FindPublished(string service, int version, CancellationToken cancellation = default)
    {
        if (known.TryGetValue((service, version), out var published))
        {
            return published;
        }

        await using var db = database.Open();
        var content = await db.Definitions
            .Where(row => row.Kind == DefinitionKind.Service && row.Code == service && row.Version == version)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(cancellation);
        return content is null
            ? null
            : known[(service, version)] = PublishedService.Read(service, [content, .. await InForce(db, cancellation)]);
    }

    private async Task<Dictionary<string, int>> CurrentVersions(CancellationToken cancellation)
    {
        var today = RegionDay.Of(time.GetUtcNow(), await Calendar(cancellation));
        await using var db = database.Open();
        return await db.Definitions
            .Where(row => row.Kind == DefinitionKind.Service && row.EffectiveOn <= today)
            .GroupBy(row => row.Code)
            .Select(versions => new { Code = versions.Key, Version = versions.Max(row => row.Version) })
            .ToDictionaryAsync(current => current.Code, current => current.Version, cancellation);
    }

    /// <summary>The newest calendar of each region and the newest rules of clocks: what holds whatever version a service has.</summary>
    private static Task<List<byte[]>> InForce(EngineDb db, CancellationToken cancellation) => db.Definitions
        .Where(row => (row.Kind == DefinitionKind.Calendar || row.Kind == DefinitionKind.Clocks)
            && row.Version == db.Definitions.Where(other => other.Kind == row.Kind && other.Code == row.Code).Max(other => other.Version))
        .Select(row => row.Content)
        .ToListAsync(cancellation);
}

/// <summary>A version of a service in the store.</summary>
/// <param name="PublishedBy">The account, or <c>library</c> for what the program brought.</param>
/// <param name="RunningCases">The cases that run on it.</param>
public sealed record PublishedVersion(string Code, int Version, DateOnly EffectiveOn, DateTimeOffset PublishedAt, string PublishedBy, int RunningCases);
