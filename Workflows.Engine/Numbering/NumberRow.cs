using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Numbering;

/// <summary>The last serial of a series of numbers, e.g. of a prefix and a day.</summary>
public sealed class NumberRow
{
    public required string Series { get; init; }

    public required int Last { get; init; }
}

internal sealed class NumberTable : IEntityTypeConfiguration<NumberRow>
{
    public void Configure(EntityTypeBuilder<NumberRow> table)
    {
        table.ToTable("numbers").HasKey(row => row.Series);
        table.Property(row => row.Series).HasMaxLength(Lengths.Code);
    }
}
