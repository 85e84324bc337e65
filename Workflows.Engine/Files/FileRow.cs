using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Files;

/// <summary>A stored file; its content lies in the folder of files under its hash.</summary>
public sealed class FileRow
{
    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>The name under which it came first.</summary>
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset StoredAt { get; init; }

    public required string StoredBy { get; init; }
}

internal sealed class FileTable : IEntityTypeConfiguration<FileRow>
{
    public void Configure(EntityTypeBuilder<FileRow> table)
    {
        table.ToTable("files").HasKey(row => row.Id);
        table.Property(row => row.Id).HasMaxLength(Lengths.Hash);
        table.Property(row => row.Name).HasMaxLength(Lengths.Name);
        table.Property(row => row.ContentType).HasMaxLength(Lengths.Code);
        table.Property(row => row.StoredBy).HasMaxLength(Lengths.Id);
    }
}
