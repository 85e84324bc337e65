using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>An entry in an alert's journal. Rows are only ever added, and chained as those of a case are.</summary>
public sealed class AlertJournalRow
{
    public required string AlertId { get; init; }

    /// <summary>1-based, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>The command's kind, kebab-case; <c>raise-alert</c> for the first entry.</summary>
    public required string Command { get; init; }

    public required string ActorId { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The events as <see cref="AlertJson"/> wrote them, UTF-8.</summary>
    public required byte[] Events { get; init; }

    public required string PreviousHash { get; init; }

    public string Hash { get; set; } = "";

    /// <summary>The row with its hash: <see cref="JournalHash"/> over what a case's journal would hold.</summary>
    public AlertJournalRow Hashed()
    {
        Hash = HashOf(this);
        return this;
    }

    public static string HashOf(AlertJournalRow row) => JournalHash.Of(new JournalRow
    {
        CaseId = row.AlertId,
        Sequence = row.Sequence,
        CommandId = row.AlertId,
        Command = row.Command,
        ActorId = row.ActorId,
        Actor = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(row.ActorId),
        HappenedAt = row.EnteredAt,
        EnteredAt = row.EnteredAt,
        Events = row.Events,
        PreviousHash = row.PreviousHash,
    });
}

internal sealed class AlertJournalTable : IEntityTypeConfiguration<AlertJournalRow>
{
    public void Configure(EntityTypeBuilder<AlertJournalRow> table)
    {
        table.ToTable("alert_journal").HasKey(row => new { row.AlertId, row.Sequence });
        table.Property(row => row.AlertId).HasMaxLength(Lengths.Hash);
        table.Property(row => row.Command).HasMaxLength(Lengths.Code);
        table.Property(row => row.ActorId).HasMaxLength(Lengths.Id);
        table.Property(row => row.PreviousHash).HasMaxLength(Lengths.Hash);
        table.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
        table.HasIndex(row => row.EnteredAt);
        table.HasOne<AlertRow>().WithMany().HasForeignKey(row => row.AlertId).OnDelete(DeleteBehavior.Restrict);
    }
}
