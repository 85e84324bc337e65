using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Projects.Exchange;

/// <summary>What the other side said last of one row of a project.</summary>
public sealed class UploadRow
{
    public required string ProjectCode { get; init; }

    public required string TableCode { get; init; }

    public required string RowKey { get; init; }

    public required UploadState State { get; set; }

    public required string? Reason { get; set; }

    /// <summary>SHA-256 over the values that were sent: a row with other values has to be sent again.</summary>
    public required string ValuesHash { get; set; }

    public required DateTimeOffset ReportedAt { get; set; }
}

internal sealed class UploadTable : IEntityTypeConfiguration<UploadRow>
{
    public void Configure(EntityTypeBuilder<UploadRow> table)
    {
        table.ToTable("project_uploads").HasKey(row => new { row.ProjectCode, row.TableCode, row.RowKey });
        table.Property(row => row.ProjectCode).HasMaxLength(Lengths.Number);
        table.Property(row => row.TableCode).HasMaxLength(Lengths.Code);
        table.Property(row => row.RowKey).HasMaxLength(Lengths.Name);
        table.Property(row => row.Reason).HasMaxLength(Lengths.Error);
        table.Property(row => row.ValuesHash).HasMaxLength(Lengths.Hash);
        table.HasOne<ProjectRow>().WithMany().HasForeignKey(row => row.ProjectCode).OnDelete(DeleteBehavior.Restrict);
    }
}
