using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Journal;

/// <summary>An anchor: the ends of many journals at one moment, chained to the anchor before. Rows are only ever added.</summary>
public sealed class JournalAnchorRow
{
    /// <summary>1-based, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The day that it was taken on, in the region.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>How many journals it holds the end of.</summary>
    public required int Count { get; init; }

    /// <summary>The ends as <see cref="AnchorText"/> writes them, UTF-8, compressed with Brotli.</summary>
    public required byte[] Ends { get; init; }

    /// <summary>The hash of the anchor before; 64 zeros in the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over the anchor's text, lower-case hex.</summary>
    public required string Hash { get; init; }
}

internal sealed class JournalAnchorTable : IEntityTypeConfiguration<JournalAnchorRow>
{
    public void Configure(EntityTypeBuilder<JournalAnchorRow> table)
    {
        table.ToTable("journal_anchors").HasKey(row => row.Number);
        table.Property(row => row.Number).ValueGeneratedNever();
        table.Property(row => row.PreviousHash).HasMaxLength(Lengths.Hash);
        table.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
    }
}
