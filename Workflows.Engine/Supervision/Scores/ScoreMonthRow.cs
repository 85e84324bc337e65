using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision.Scores;

/// <summary>A month's scores as they were closed: frozen, and never written again.</summary>
public sealed class ScoreMonthRow
{
    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The instant up to which the journals of the alerts count.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    public required string ClosedBy { get; init; }

    /// <summary>The scores as <see cref="ScoreJson"/> writes them, UTF-8.</summary>
    public required byte[] Scores { get; init; }

    /// <summary>SHA-256 of <see cref="Scores"/>, lower-case hex.</summary>
    public required string Hash { get; init; }
}

internal sealed class ScoreMonthTable : IEntityTypeConfiguration<ScoreMonthRow>
{
    public void Configure(EntityTypeBuilder<ScoreMonthRow> table)
    {
        table.ToTable("score_months").HasKey(row => row.Month);
        table.Property(row => row.ClosedBy).HasMaxLength(Lengths.Name);
        table.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
    }
}
