using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision;

namespace Workflows.Engine.Definitions;

/// <summary>Publishes a package that an analyst brings: all of it, or nothing.</summary>
/// <remarks>
/// A package may leave out the calendars and the rules of clocks: those that are published hold. A version that was published never changes. A
/// service comes into force on the day that its file names; from then on new cases start on it, and running ones stay where they are.
/// </remarks>
public sealed class Publication(EngineDatabase database, DefinitionStore definitions, RuleBook rules, TimeProvider time)
{
    /// <param name="by">Whoever publishes; the rows keep the account.</param>
    /// <param name="dryRun">True to be told what would be published, and publish nothing.</param>
    public async Task<ImportReport> Publish(LibraryPackage package, Actor by, bool dryRun, CancellationToken cancellation = default)
    {
        var checkedPackage = CheckedPackage.Of(package.Over(await definitions.InForce(cancellation)));
        using (await database.BeginWriting(cancellation))
        {
            await using var db = database.Open();
            var rows = new DefinitionRows(db, by.AccountId, time.GetUtcNow());
            await rows.AddWhatHoldsForAll(checkedPackage, cancellation);
            await rows.AddSupervision(checkedPackage, cancellation);
            await rows.AddProjects(checkedPackage, cancellation);
            await rows.AddServices(checkedPackage, UnusedVersion.Stays, cancellation);
            if (checkedPackage.Errors.Count + rows.Errors.Count > 0)
            {
                return new ImportReport([], [.. checkedPackage.Errors, .. rows.Errors]);
            }

            if (!dryRun)
            {
                await db.SaveChangesAsync(cancellation);
                definitions.Forget();
                await rules.Refresh(cancellation);
            }

            return new ImportReport(rows.Added, []);
        }
    }
}
