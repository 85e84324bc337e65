using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Files;

namespace Workflows.Engine.Storage;

/// <summary>A file that was given to a case, replaced ones included; who may see the case may read it.</summary>
public sealed class CaseFileRow
{
    public required string CaseId { get; init; }

    public required string FileId { get; init; }
}

internal sealed class CaseFileTable : IEntityTypeConfiguration<CaseFileRow>
{
    public void Configure(EntityTypeBuilder<CaseFileRow> table)
    {
        table.ToTable("case_files").HasKey(row => new { row.CaseId, row.FileId });
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.FileId).HasMaxLength(Lengths.Hash);
        table.HasIndex(row => row.FileId);
        table.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
        table.HasOne<FileRow>().WithMany().HasForeignKey(row => row.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
