using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Inbox;

/// <summary>A view of the inbox that an account has saved under a name.</summary>
public sealed class InboxViewRow
{
    public required string AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>The filter as in the address of the page, e.g. <c>scope=Mine&amp;order=Newest</c>.</summary>
    public required string Filter { get; set; }
}

internal sealed class InboxViewTable : IEntityTypeConfiguration<InboxViewRow>
{
    public void Configure(EntityTypeBuilder<InboxViewRow> table)
    {
        table.ToTable("inbox_views").HasKey(row => new { row.AccountId, row.Name });
        table.Property(row => row.AccountId).HasMaxLength(Lengths.Id);
        table.Property(row => row.Name).HasMaxLength(InboxViews.LongestName);
        table.Property(row => row.Filter).HasMaxLength(InboxViews.LongestFilter);
    }
}
