using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Definitions.Matters;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Storage;

/// <summary>A work item for the inboxes: a projection of its case, written in the same transaction.</summary>
public sealed class WorkItemRow
{
    public required string CaseId { get; init; }

    public required int WorkItemId { get; init; }

    public required string ElementId { get; init; }

    public required string Name { get; init; }

    public required string? Matter { get; init; }

    public required string? MatterName { get; init; }

    public required string Department { get; init; }

    public required string Role { get; init; }

    public required WorkItemState State { get; init; }

    public required string? HolderId { get; init; }

    public required string? HolderName { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public required DateTimeOffset? ClaimedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required string? Outcome { get; init; }

    /// <summary>The due day of the clock that is due first among those that measure the item, its matter or its case; null where none runs.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>The unit of that clock.</summary>
    public required TimeUnit? DueUnit { get; init; }

    /// <summary>The day by which inboxes are sorted: the due day, or the last day of all where no clock runs.</summary>
    /// <remarks>Never null, so that "what has none comes last" is the order of an index and a page is read from its beginning.</remarks>
    public required DateOnly SortedOn { get; init; }
}

internal sealed class WorkItemTable : IEntityTypeConfiguration<WorkItemRow>
{
    private const string IsOpen = "ended_at IS NULL";

    public void Configure(EntityTypeBuilder<WorkItemRow> table)
    {
        table.ToTable("work_items").HasKey(row => new { row.CaseId, row.WorkItemId });
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.ElementId).HasMaxLength(Lengths.Name);
        table.Property(row => row.Name).HasMaxLength(Lengths.Name);
        table.Property(row => row.Matter).HasMaxLength(Lengths.Code);
        table.Property(row => row.MatterName).HasMaxLength(Lengths.Name);
        table.Property(row => row.Department).HasMaxLength(Lengths.Code);
        table.Property(row => row.Role).HasMaxLength(Lengths.Code);
        table.Property(row => row.HolderId).HasMaxLength(Lengths.Id);
        table.Property(row => row.HolderName).HasMaxLength(Lengths.Name);
        table.Property(row => row.Outcome).HasMaxLength(Lengths.Code);
        // The posts come last: people have several, and an index that began with them would give each post an order of its own.
        table.HasIndex(row => new { row.Department, row.SortedOn, row.OfferedAt, row.CaseId, row.WorkItemId, row.Role }).HasDatabaseName("ix_work_items_department").HasFilter(IsOpen);
        table.HasIndex(row => new { row.HolderId, row.SortedOn, row.OfferedAt, row.CaseId, row.WorkItemId, row.Department }).HasDatabaseName("ix_work_items_held").HasFilter(IsOpen);
        table.HasIndex(row => new { row.HolderId, row.EndedAt }).HasDatabaseName("ix_work_items_done").HasFilter("ended_at IS NOT NULL");
        table.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
    }
}
