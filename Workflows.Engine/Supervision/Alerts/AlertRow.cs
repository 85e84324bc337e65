using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>An alert as it stands: its state as JSON, and beside it what lists and boards ask for.</summary>
/// <remarks>It stands for itself: an alert about many cases, or about supervision, belongs to no case.</remarks>
public sealed class AlertRow
{
    public required string Id { get; init; }

    public required string RuleId { get; init; }

    public required string Name { get; init; }

    public required SupervisionFamily Family { get; init; }

    public required AlertLevel Level { get; init; }

    public required AlertState State { get; set; }

    public required bool IsOpen { get; set; }

    public required string? CaseId { get; init; }

    public required string? CaseNumber { get; init; }

    public required string? Matter { get; init; }

    public required string? MatterName { get; init; }

    public required int? WorkItemId { get; init; }

    public required string? Department { get; init; }

    public required string? OfficerId { get; init; }

    public required string? OfficerName { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset? IssuedAt { get; set; }

    public required DateOnly? ReplyDueOn { get; set; }

    /// <summary>The first instant after the limit to answer; null where no answer is awaited.</summary>
    public required DateTimeOffset? NextDueAt { get; set; }

    /// <summary>When it last changed: by it other nodes see what is new.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The alert as <see cref="AlertJson"/> writes it, UTF-8.</summary>
    public required byte[] Content { get; set; }

    /// <summary>The sequence of the newest journal entry; also the version that two writers compare.</summary>
    public required int Sequence { get; set; }

    public required string JournalHash { get; set; }
}

internal sealed class AlertTable : IEntityTypeConfiguration<AlertRow>
{
    public void Configure(EntityTypeBuilder<AlertRow> table)
    {
        table.ToTable("alerts").HasKey(row => row.Id);
        table.Property(row => row.Id).HasMaxLength(Lengths.Hash);
        table.Property(row => row.RuleId).HasMaxLength(Lengths.Code);
        table.Property(row => row.Name).HasMaxLength(Lengths.Name);
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.CaseNumber).HasMaxLength(Lengths.Number);
        table.Property(row => row.Matter).HasMaxLength(Lengths.Code);
        table.Property(row => row.MatterName).HasMaxLength(Lengths.Name);
        table.Property(row => row.Department).HasMaxLength(Lengths.Code);
        table.Property(row => row.OfficerId).HasMaxLength(Lengths.Id);
        table.Property(row => row.OfficerName).HasMaxLength(Lengths.Name);
        table.Property(row => row.JournalHash).HasMaxLength(Lengths.Hash);
        table.Property(row => row.Sequence).IsConcurrencyToken();
        table.HasIndex(row => new { row.Department, row.IssuedAt });
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => row.ChangedAt);
        table.HasIndex(row => row.NextDueAt).HasFilter("next_due_at IS NOT NULL");
    }
}
