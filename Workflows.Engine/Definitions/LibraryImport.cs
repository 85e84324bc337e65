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
    /// <remarks>A version that a case has started on is never changed: another content has to be another version.</remarks>
    public Task<ImportReport> Run(string folder, CancellationToken cancellation = default) => Run(LibraryPackage.OfFolder(folder), cancellation);

    /// <inheritdoc cref="Run(string, CancellationToken)"/>
    public async Task<ImportReport> Run(LibraryPackage package, CancellationToken cancellation = default)
    {
        var checkedPackage = CheckedPackage.Of(package);
        using (await database.BeginWriting(cancellation))
        {
            await using var db = database.Open();
            var rows = new DefinitionRows(db, Source, time.GetUtcNow());
            await rows.AddWhatHoldsForAll(checkedPackage, cancellation);
            await rows.AddSupervision(checkedPackage, cancellation);
            await rows.AddProjects(checkedPackage, cancellation);
            await rows.AddServices(checkedPackage, UnusedVersion.MayChange, cancellation);
            await db.SaveChangesAsync(cancellation);
            definitions.Forget();
            await rules.Refresh(cancellation);
            return new ImportReport(rows.Added, [.. checkedPackage.Errors, .. rows.Errors]);
        }
    }
}

/// <summary>What an import or a publication did.</summary>
/// <param name="Imported">What became known, in words.</param>
/// <param name="Errors">What was left out, and why.</param>
public sealed record ImportReport(IReadOnlyList<string> Imported, IReadOnlyList<DefinitionError> Errors);
