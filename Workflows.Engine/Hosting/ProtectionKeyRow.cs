using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Hosting;

/// <summary>A key that protects cookies and tokens; shared, so that every node accepts what another has issued.</summary>
public sealed class ProtectionKeyRow
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<ProtectionKeyRow> table)
    {
        table.ToTable("protection_keys").HasKey(row => row.Name);
        table.Property(row => row.Name).HasMaxLength(Lengths.Name);
    }
}
