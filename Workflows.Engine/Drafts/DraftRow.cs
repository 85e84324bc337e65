using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Drafts;

/// <summary>A draft as it is stored.</summary>
public sealed class DraftRow
{
    public required string Id { get; init; }

    public required string ServiceCode { get; init; }

    public required string Name { get; set; }

    /// <summary>The published version that it began as; null for a service that is new.</summary>
    public required int? BaseVersion { get; init; }

    public required DraftState State { get; set; }

    /// <summary>Grows by one with every change; a save names the version that it saw.</summary>
    public required int Version { get; set; }

    /// <summary>The files by path in a library: a JSON object of texts, UTF-8.</summary>
    public required byte[] Files { get; set; }

    /// <summary>What reviewers remarked: a JSON list, UTF-8.</summary>
    public required byte[] Remarks { get; set; }

    public required string ChangedById { get; set; }

    public required string ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class DraftTable : IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<DraftRow> table)
    {
        table.ToTable("drafts").HasKey(row => row.Id);
        table.HasIndex(row => row.ServiceCode);
        table.Property(row => row.Id).HasMaxLength(Lengths.Id);
        table.Property(row => row.ServiceCode).HasMaxLength(Lengths.Code);
        table.Property(row => row.Name).HasMaxLength(Lengths.Name);
        table.Property(row => row.ChangedById).HasMaxLength(Lengths.Id);
        table.Property(row => row.ChangedBy).HasMaxLength(Lengths.Name);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}
