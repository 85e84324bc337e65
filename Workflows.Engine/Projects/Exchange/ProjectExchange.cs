using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Projects.Exchange;

/// <summary>The rows of a project for the ministry's tables, with how the upload of each went.</summary>
public sealed class ProjectExchange(ProjectReader projects, JournalReader journals, DefinitionStore definitions, EngineDatabase database, TimeProvider time)
{
    private const int LongestReason = 1000;

    /// <summary>All rows, checked; null where there is no project that the actor may see.</summary>
    public async Task<IReadOnlyList<ExchangeRow>?> Rows(string code, Actor actor, CancellationToken cancellation = default)
    {
        if (await projects.Load(code, actor, cancellation) is not { } loaded)
        {
            return null;
        }

        var entries = new Dictionary<string, IReadOnlyList<JournalEntry>>(StringComparer.Ordinal);
        foreach (var id in loaded.Ground.Cases.Keys)
        {
            entries[id] = await journals.Read(id, cancellation);
        }

        var rows = ExchangeValidator.Check(new ExchangeExport(loaded.Project, loaded.Ground, entries, await definitions.Calendar(cancellation)).Rows());
        await using var db = database.Open();
        var uploads = await db.ProjectUploads.AsNoTracking().Where(upload => upload.ProjectCode == code).ToDictionaryAsync(upload => (upload.TableCode, upload.RowKey), cancellation);
        return [.. rows.Select(row => uploads.TryGetValue((row.Table, row.Key), out var upload) && upload.ValuesHash == HashOf(row)
            ? row with { Upload = upload.State, FailureReason = upload.Reason }
            : row)];
    }

    /// <summary>Keeps what the other side said of a row.</summary>
    /// <returns>Why it cannot be kept; null where it was.</returns>
    public async Task<Rejected?> Report(string code, string table, UploadReport report, Actor actor, CancellationToken cancellation = default)
    {
        if (!actor.Is(Role.Administrator))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected post '{Role.Administrator}' to report uploads of project '{code}', but '{actor.AccountId}' is not.", code, Role.Administrator);
        }

        if ((await Rows(code, actor, cancellation))?.FirstOrDefault(row => row.Table == table && row.Key == report.Key) is not { } row)
        {
            return new Rejected(RejectionCode.NotFound, $"Expected a row '{report.Key}' of table '{table}', but project '{code}' has none.", report.Key);
        }

        if (!report.Accepted && string.IsNullOrWhiteSpace(report.Reason))
        {
            return new Rejected(RejectionCode.ReasonRequired, $"Expected why row '{report.Key}' of table '{table}' was refused, but nothing is said.", report.Key);
        }

        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        var upload = await db.ProjectUploads.FindAsync([code, table, report.Key], cancellation);
        if (upload is null)
        {
            upload = new UploadRow { ProjectCode = code, TableCode = table, RowKey = report.Key, State = UploadState.Waiting, Reason = null, ValuesHash = "", ReportedAt = default };
            db.ProjectUploads.Add(upload);
        }

        upload.State = report.Accepted ? UploadState.Uploaded : UploadState.Failed;
        upload.Reason = report.Accepted ? null : report.Reason![..Math.Min(report.Reason!.Length, LongestReason)];
        upload.ValuesHash = HashOf(row);
        upload.ReportedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    private static string HashOf(ExchangeRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', row.Values.Select(value => $"{value.Key}={value.Value}")))));
}
