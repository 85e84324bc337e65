using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Inbox;

/// <summary>What an account's desk remembers of one work item. Nothing of it belongs to the case: it may be lost without harm.</summary>
public sealed class DeskNoteRow
{
    public required string AccountId { get; init; }

    public required string CaseId { get; init; }

    public required int WorkItemId { get; init; }

    /// <summary>The account's person, as colleagues read it.</summary>
    public required string Name { get; set; }

    /// <summary>When the account first opened the item; null while it is unread.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>Until when the item counts as open on the account's screen; null where it is closed.</summary>
    public DateTimeOffset? PresentUntil { get; set; }

    /// <summary>The opinion as far as it is written; null where there is none.</summary>
    public string? Draft { get; set; }

    /// <summary>Counts the drafts, so that two screens do not overwrite each other.</summary>
    public int DraftVersion { get; set; }
}

internal sealed class DeskNoteTable : IEntityTypeConfiguration<DeskNoteRow>
{
    public void Configure(EntityTypeBuilder<DeskNoteRow> table)
    {
        table.ToTable("desk_notes").HasKey(row => new { row.CaseId, row.WorkItemId, row.AccountId });
        table.Property(row => row.AccountId).HasMaxLength(Lengths.Id);
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.Name).HasMaxLength(Lengths.Name);
        table.Property(row => row.Draft).HasMaxLength(Desk.LongestDraft);
        table.Property(row => row.DraftVersion).IsConcurrencyToken();
    }
}
