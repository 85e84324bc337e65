using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Clocks;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Definitions;

/// <summary>Publishes the definitions of a library's folder: new ones become rows, the rest stays as it is.</summary>
public sealed class LibraryImport(EngineDatabase database, DefinitionStore definitions, TimeProvider time)
{
    private const string Source = "library";

    /// <summary>Imports what is valid and new; an import that was done before changes nothing.</summary>
    /// <remarks>A version that a case has started on is never changed: another content has to be another version.</remarks>
    public async Task<ImportReport> Run(string folder, CancellationToken cancellation = default)
    {
        var library = LibraryReader.Read(folder);
        var errors = library.Errors.ToList();
        var imported = new List<string>();
        using (await database.BeginWriting(cancellation))
        {
            await using var db = database.Open();
            foreach (var region in library.Calendars.Regions)
            {
                var today = RegionDay.Of(time.GetUtcNow(), library.Calendars[region]);
                await ImportNewest(db, DefinitionKind.Calendar, region, DefinitionFiles.OfCalendar(folder, region), today, imported, cancellation);
            }

            var now = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            await ImportNewest(db, DefinitionKind.Clocks, "standard", DefinitionFiles.OfClocks(folder), now, imported, cancellation);

            foreach (var (code, service) in library.Services)
            {
                if (PublicationCheck.Errors(library, service) is { Count: > 0 } refused)
                {
                    errors.AddRange(refused);
                    continue;
                }

                var row = Row(DefinitionKind.Service, code, service.Version, DefinitionFiles.OfService(folder, library, code), service.EffectiveOn);
                await ImportService(db, row, imported, errors, cancellation);
            }

            await db.SaveChangesAsync(cancellation);
        }

        definitions.Forget();
        return new ImportReport(imported, errors);
    }

    /// <summary>Imports what holds for all services in its newest version.</summary>
    private async Task ImportNewest(EngineDb db, DefinitionKind kind, string code, byte[] content, DateOnly today, List<string> imported, CancellationToken cancellation)
    {
        var newest = await db.Definitions.Where(row => row.Kind == kind && row.Code == code)
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(cancellation);
        if (newest is null || !newest.Content.AsSpan().SequenceEqual(content))
        {
            var version = (newest?.Version ?? 0) + 1;
            db.Definitions.Add(Row(kind, code, version, content, today));
            imported.Add($"{(kind is DefinitionKind.Calendar ? "calendar" : "rules of clocks")} '{code}', version {version}");
        }
    }

    private static async Task ImportService(EngineDb db, DefinitionRow row, List<string> imported, List<DefinitionError> errors, CancellationToken cancellation)
    {
        var known = await db.Definitions.FindAsync([row.Kind, row.Code, row.Version], cancellation);
        if (known is not null && known.Content.AsSpan().SequenceEqual(row.Content))
        {
            return;
        }

        if (known is not null && await db.Cases.AnyAsync(started => started.ServiceCode == row.Code && started.ServiceVersion == row.Version, cancellation))
        {
            errors.Add(new DefinitionError($"services/{row.Code}/service.yaml", 0, 0, "version", $"Expected service '{row.Code}' in version {row.Version} to stay as its cases have started on it, but it was changed. Give the change a new version."));
            return;
        }

        if (known is not null)
        {
            db.Definitions.Remove(known);
            await db.SaveChangesAsync(cancellation);
        }

        db.Definitions.Add(row);
        imported.Add($"service '{row.Code}', version {row.Version}");
    }

    private DefinitionRow Row(DefinitionKind kind, string code, int version, byte[] content, DateOnly effectiveOn) => new()
    {
        Kind = kind,
        Code = code,
        Version = version,
        Content = content,
        Source = Source,
        EffectiveOn = effectiveOn,
        ImportedAt = time.GetUtcNow(),
    };
}

/// <summary>What an import did.</summary>
/// <param name="Imported">What became known, in words.</param>
/// <param name="Errors">What was left out, and why.</param>
public sealed record ImportReport(IReadOnlyList<string> Imported, IReadOnlyList<DefinitionError> Errors);
