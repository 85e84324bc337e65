using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Execution;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Lookup;

/// <summary>Lists what stops cases, for administrators.</summary>
public sealed class IncidentReader(EngineDatabase database)
{
    /// <summary>The cases that cannot go on: those that a newer program has written, then those with incidents, the oldest first.</summary>
    public async Task<Page<StoppedCase>> List(PageRequest page, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var newest = StateFormats.Current;
        var stopped = db.Cases.AsNoTracking().Where(row => row.StateFormat > newest || (row.StateFormat <= newest && row.OpenIncidents > 0));
        var rows = await stopped
            .OrderByDescending(row => row.StateFormat > newest).ThenBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .Skip(page.Skipped).Take(page.Size)
            .Select(row => new { row.Id, row.Number, row.ServiceName, row.ApplicantName, row.Status, row.StateFormat, row.State })
            .ToListAsync(cancellation);
        var items = rows.Select(row => row.StateFormat > newest
            ? new StoppedCase(row.Id, row.Number, row.ServiceName, row.ApplicantName, row.Status, [], new UnknownFormatException(row.Id, row.StateFormat).Message)
            : new StoppedCase(row.Id, row.Number, row.ServiceName, row.ApplicantName, row.Status, [.. StateFormats.Read(row.Id, row.StateFormat, row.State).Incidents.Values], null));
        return new Page<StoppedCase>([.. items], page.Number, page.Size, await stopped.CountAsync(cancellation));
    }
}

/// <summary>A case that cannot go on.</summary>
/// <param name="Unreadable">Why the case cannot even be read; null where it can.</param>
public sealed record StoppedCase(
    string CaseId,
    string Number,
    string ServiceName,
    string ApplicantName,
    CaseStatus Status,
    IReadOnlyList<Incident> Incidents,
    string? Unreadable);
