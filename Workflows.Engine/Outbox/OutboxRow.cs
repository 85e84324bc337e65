using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Outbox;

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

    /// <summary>The same for every attempt and every consumer, so that the receiver can tell a repetition.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The consumer that it is for; empty where it is for all that want its kind.</summary>
    public string Consumer { get; init; } = "";

    public OutboxState State { get; set; } = OutboxState.Waiting;

    /// <summary>How often it has been taken; also by a node that died meanwhile.</summary>
    public int Attempts { get; set; }

    /// <summary>When it may be taken next: after a failure later, and while somebody has it at the end of the lease.</summary>
    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last attempt failed; null where none has.</summary>
    public string? LastError { get; set; }
}

public enum OutboxState
{
    /// <summary>To be sent, now or after a failure later.</summary>
    Waiting,

    Sent,

    /// <summary>Several consumers want it: each has a row of its own.</summary>
    Spread,

    /// <summary>Nobody wants its kind.</summary>
    Unheard,

    /// <summary>It failed too often; an incident of its case tells of it.</summary>
    GivenUp,

    /// <summary>An administrator has decided that it need not be sent.</summary>
    Skipped,
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> table)
    {
        table.ToTable("outbox").HasKey(row => row.Id);
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.Kind).HasMaxLength(Lengths.Code);
        table.Property(row => row.IdempotencyKey).HasMaxLength(Lengths.Name);
        table.Property(row => row.Consumer).HasMaxLength(Lengths.Code);
        table.Property(row => row.LastError).HasMaxLength(Lengths.Error);
        table.HasIndex(row => new { row.IdempotencyKey, row.Consumer }).IsUnique();
        table.HasIndex(row => new { row.DueAt, row.Id }).HasFilter("state = 'Waiting'");
        table.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
    }
}
