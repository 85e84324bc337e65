using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Storage;

/// <summary>A clock for supervision: a projection of its case, written in the same transaction.</summary>
public sealed class ClockRow
{
    public required string CaseId { get; init; }

    public required int ClockId { get; init; }

    public required ClockKind Kind { get; init; }

    public required string? Matter { get; init; }

    public required int? WorkItemId { get; init; }

    public required DateOnly StartedOn { get; init; }

    /// <summary>The last day within the limit; for a stopped clock as of the day of the last command.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The instant at which it expires; null where it is stopped or has expired or ended.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    public required bool IsStopped { get; init; }

    public required DateOnly? ExpiredOn { get; init; }

    public required DateOnly? EndedOn { get; init; }

    public required bool? Met { get; init; }
}

internal sealed class ClockTable : IEntityTypeConfiguration<ClockRow>
{
    public void Configure(EntityTypeBuilder<ClockRow> table)
    {
        table.ToTable("clocks").HasKey(row => new { row.CaseId, row.ClockId });
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.Matter).HasMaxLength(Lengths.Code);
        table.HasIndex(row => row.DueOn).HasFilter("ended_on IS NULL");
        table.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
    }
}
