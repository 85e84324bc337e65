using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Definitions.Projects;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Projects;

/// <summary>A project as it stands: its state as JSON, and beside it what lists ask for.</summary>
public sealed class ProjectRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string BuilderName { get; init; }

    public required InvestmentSource Investment { get; init; }

    public required ProjectStatus Status { get; set; }

    /// <summary>The stage that was opened last; null before the first.</summary>
    public required string? Stage { get; set; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The project as <see cref="ProjectJson"/> writes it, UTF-8.</summary>
    public required byte[] Content { get; set; }

    /// <summary>The sequence of the newest journal entry; also the version that two writers compare.</summary>
    public required int Sequence { get; set; }

    public required string JournalHash { get; set; }
}

/// <summary>A department that takes part in a project, and so may see it.</summary>
public sealed class ProjectDepartmentRow
{
    public required string ProjectCode { get; init; }

    public required string Department { get; init; }
}

internal sealed class ProjectTable : IEntityTypeConfiguration<ProjectRow>
{
    public void Configure(EntityTypeBuilder<ProjectRow> table)
    {
        table.ToTable("projects").HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(Lengths.Number);
        table.Property(row => row.Name).HasMaxLength(Lengths.Name);
        table.Property(row => row.BuilderName).HasMaxLength(Lengths.Name);
        table.Property(row => row.Stage).HasMaxLength(Lengths.Code);
        table.Property(row => row.JournalHash).HasMaxLength(Lengths.Hash);
        table.Property(row => row.Sequence).IsConcurrencyToken();
        table.HasIndex(row => row.RegisteredAt);
    }
}

internal sealed class ProjectDepartmentTable : IEntityTypeConfiguration<ProjectDepartmentRow>
{
    public void Configure(EntityTypeBuilder<ProjectDepartmentRow> table)
    {
        table.ToTable("project_departments").HasKey(row => new { row.ProjectCode, row.Department });
        table.Property(row => row.ProjectCode).HasMaxLength(Lengths.Number);
        table.Property(row => row.Department).HasMaxLength(Lengths.Code);
        table.HasIndex(row => row.Department);
        table.HasOne<ProjectRow>().WithMany().HasForeignKey(row => row.ProjectCode).OnDelete(DeleteBehavior.Restrict);
    }
}
