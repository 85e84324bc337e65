using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Journal;

/// <summary>A journal entry as it is stored. Rows are only ever added.</summary>
public sealed class JournalRow
{
    public required string CaseId { get; init; }

    public required int Sequence { get; init; }

    public required string CommandId { get; init; }

    public required string Command { get; init; }

    public required string ActorId { get; init; }

    /// <summary>The actor as <see cref="CaseJson"/> writes it, UTF-8.</summary>
    public required byte[] Actor { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The events as <see cref="CaseJson"/> wrote them, UTF-8: the very bytes that the hash was made over.</summary>
    public required byte[] Events { get; init; }

    public required string PreviousHash { get; init; }

    /// <summary><see cref="JournalHash.Of"/> of the row; empty until it is made.</summary>
    public string Hash { get; set; } = "";
}

internal sealed class JournalTable : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> table)
    {
        table.ToTable("journal").HasKey(row => new { row.CaseId, row.Sequence });
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.CommandId).HasMaxLength(Lengths.Id);
        table.Property(row => row.Command).HasMaxLength(Lengths.Code);
        table.Property(row => row.ActorId).HasMaxLength(Lengths.Id);
        table.Property(row => row.PreviousHash).HasMaxLength(Lengths.Hash);
        table.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
        table.HasIndex(row => new { row.CaseId, row.CommandId }).IsUnique();
        table.HasIndex(row => row.EnteredAt);
        table.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
    }
}
