using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Storage;

/// <summary>A case as it stands: its state as JSON, and beside it what lists and searches ask for.</summary>
public sealed class CaseRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string ServiceCode { get; init; }

    public required int ServiceVersion { get; init; }

    public required string ServiceName { get; init; }

    public required CaseStatus Status { get; set; }

    public required string ApplicantName { get; init; }

    public required string ApplicantIdNumber { get; init; }

    public required string Channel { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The case as <see cref="CaseJson.Pack"/> writes it.</summary>
    public required byte[] State { get; set; }

    /// <summary>The format of <see cref="State"/>; see <see cref="StateFormats"/>.</summary>
    public required int StateFormat { get; set; }

    /// <summary>The sequence of the newest journal entry; also the version that two writers compare.</summary>
    public required int Sequence { get; set; }

    /// <summary>The hash of the newest journal entry, to which the next one is chained.</summary>
    public required string JournalHash { get; set; }

    /// <summary>The due day of the clock that is due first, or null where none runs.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The unit of that clock.</summary>
    public TimeUnit? DueUnit { get; set; }

    /// <summary>The first instant at which time alone changes the case, or null.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>How many incidents wait for somebody.</summary>
    public int OpenIncidents { get; set; }

    /// <summary>Until then a sweeper has taken the case, and the others leave it.</summary>
    public DateTimeOffset? SweptUntil { get; set; }
}

internal sealed class CaseTable : IEntityTypeConfiguration<CaseRow>
{
    public void Configure(EntityTypeBuilder<CaseRow> table)
    {
        table.ToTable("cases").HasKey(row => row.Id);
        table.Property(row => row.Id).HasMaxLength(Lengths.Id);
        table.Property(row => row.Number).HasMaxLength(Lengths.Number);
        table.Property(row => row.ServiceCode).HasMaxLength(Lengths.Code);
        table.Property(row => row.ServiceName).HasMaxLength(Lengths.Name);
        table.Property(row => row.ApplicantName).HasMaxLength(Lengths.Name);
        table.Property(row => row.ApplicantIdNumber).HasMaxLength(Lengths.Code);
        table.Property(row => row.Channel).HasMaxLength(Lengths.Code);
        table.Property(row => row.JournalHash).HasMaxLength(Lengths.Hash);
        table.Property(row => row.Sequence).IsConcurrencyToken();
        table.HasIndex(row => row.Number).IsUnique();
        table.HasIndex(row => row.ReceivedAt);
        table.HasIndex(row => row.ApplicantIdNumber);
        table.HasIndex(row => new { row.StateFormat, row.OpenIncidents });
        table.HasIndex(row => row.NextDueAt).HasFilter("next_due_at IS NOT NULL");
    }
}
