using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Notification;

/// <summary>What one node tells the others: which cases it has changed in a moment. Removed soon after.</summary>
public sealed class ChangeNoteRow
{
    public long Id { get; init; }

    /// <summary>The node that tells; a new one with each start of a process.</summary>
    public required string Node { get; init; }

    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>The changes as a JSON array, UTF-8.</summary>
    public required byte[] Changes { get; init; }
}

internal sealed class ChangeNoteTable : IEntityTypeConfiguration<ChangeNoteRow>
{
    public void Configure(EntityTypeBuilder<ChangeNoteRow> table)
    {
        table.ToTable("change_notes").HasKey(row => row.Id);
        table.Property(row => row.Node).HasMaxLength(Lengths.Id);
    }
}
