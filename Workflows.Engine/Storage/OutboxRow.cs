using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Engine.Storage;

/// <summary>A call outward that a case has decided on; it is made at least once, after the commit.</summary>
public sealed class OutboxRow
{
    public long Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary>The journal entry that it follows from.</summary>
    public required int Sequence { get; init; }

    /// <summary>The event's kind, kebab-case.</summary>
    public required string Kind { get; init; }

    /// <summary>The event as <see cref="CaseJson"/> writes it, UTF-8.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>The same for every attempt, so that the receiver can tell a repetition.</summary>
    public required string IdempotencyKey { get; init; }

    public DateTimeOffset? SentAt { get; set; }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> table)
    {
        table.ToTable("outbox").HasKey(row => row.Id);
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.Kind).HasMaxLength(Lengths.Code);
        table.Property(row => row.IdempotencyKey).HasMaxLength(Lengths.Name);
        table.HasIndex(row => row.IdempotencyKey).IsUnique();
        table.HasIndex(row => new { row.SentAt, row.Id }).HasFilter("sent_at IS NULL");
        table.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
    }
}
