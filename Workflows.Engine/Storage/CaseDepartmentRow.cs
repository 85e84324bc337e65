using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Engine.Storage;

/// <summary>A department that takes part in a case, and therefore may see it.</summary>
public sealed class CaseDepartmentRow
{
    public required string CaseId { get; init; }

    public required string Department { get; init; }
}

internal sealed class CaseDepartmentTable : IEntityTypeConfiguration<CaseDepartmentRow>
{
    public void Configure(EntityTypeBuilder<CaseDepartmentRow> table)
    {
        table.ToTable("case_departments").HasKey(row => new { row.CaseId, row.Department });
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.Department).HasMaxLength(Lengths.Code);
        table.HasIndex(row => new { row.Department, row.CaseId });
        table.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
    }
}
