using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision;

namespace Workflows.Engine.Definitions;

/// <summary>Publishes the definitions of a library's folder when a host starts: new ones become rows, the rest stays as it is.</summary>
public sealed class LibraryImport(EngineDatabase database, DefinitionStore definitions, RuleBook rules, TimeProvider time)
{
    private const string Source = "library";

    /// <summary>Imports what is valid and new; an import that was done before changes nothing.</summary>
    /// <remarks>The library that was imported last is neither read nor checked again: a node starts in half the time. What was published since by other ways stays in force.
    /// A version that a case has started on is never changed: another content has to be another version.</remarks>
    public Task<ImportReport> Run(string folder, CancellationToken cancellation = default) => Run(LibraryPackage.OfFolder(folder), cancellation);

    /// <inheritdoc cref="Run(string, CancellationToken)"/>
    public async Task<ImportReport> Run(LibraryPackage package, CancellationToken cancellation = default)
    {
        var fingerprint = LibraryFingerprint.Of(package);
        if (await IsThatOfTheLastImport(fingerprint, cancellation))
        {
            return new ImportReport([], []);
        }

        var checkedPackage = CheckedPackage.Of(package);
        using (await database.BeginWriting(cancellation))
        {
            await using var db = database.Open();
            var rows = new DefinitionRows(db, Source, time.GetUtcNow());
            await rows.AddWhatHoldsForAll(checkedPackage, cancellation);
            await rows.AddSupervision(checkedPackage, cancellation);
            await rows.AddProjects(checkedPackage, cancellation);
            await rows.AddServices(checkedPackage, UnusedVersion.MayChange, cancellation);
            var report = new ImportReport(rows.Added, [.. checkedPackage.Errors, .. rows.Errors]);

            // Errors are told at every start.
            await rows.RememberLibrary(report.Errors.Count == 0 ? fingerprint : LibraryFingerprint.None, cancellation);
            await db.SaveChangesAsync(cancellation);
            definitions.Forget();
            await rules.Refresh(cancellation);
            return report;
        }
    }

    private async Task<bool> IsThatOfTheLastImport(byte[] fingerprint, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var last = await db.Definitions.Where(row => row.Kind == DefinitionKind.Library)
            .OrderByDescending(row => row.Version)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(cancellation);
        return last is not null && last.AsSpan().SequenceEqual(fingerprint);
    }
}

/// <summary>What an import or a publication did.</summary>
/// <param name="Imported">What became known, in words.</param>
/// <param name="Errors">What was left out, and why.</param>
public sealed record ImportReport(IReadOnlyList<string> Imported, IReadOnlyList<DefinitionError> Errors);
