using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision.Heartbeat;

/// <summary>A patrol that came to its end: supervision's proof that it ran, and what it saw.</summary>
public sealed class SupervisionRunRow
{
    public long Id { get; init; }

    /// <summary>The node that ran it.</summary>
    public required string Node { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The version of the rule book; 0 where there was none.</summary>
    public required int BookVersion { get; init; }

    public required int Rules { get; init; }

    /// <summary>The journal entries that this node has judged since its last run.</summary>
    public required int EntriesJudged { get; init; }

    /// <summary>Running clocks past their due day, in all departments.</summary>
    public required int ClocksOverdue { get; init; }

    /// <summary>Running clocks in all departments.</summary>
    public required int ClocksRunning { get; init; }

    /// <summary>Cases for which something was due longer than a sweep may take, and that nobody had looked at.</summary>
    public required int CasesNotLookedAt { get; init; }

    /// <summary>The alerts that this run raised.</summary>
    public required int AlertsRaised { get; init; }

    /// <summary>The limits to answer that this run let pass.</summary>
    public required int RepliesLapsed { get; init; }
}

internal sealed class SupervisionRunTable : IEntityTypeConfiguration<SupervisionRunRow>
{
    public void Configure(EntityTypeBuilder<SupervisionRunRow> table)
    {
        table.ToTable("supervision_runs").HasKey(row => row.Id);
        table.Property(row => row.Node).HasMaxLength(Lengths.Name);
        table.HasIndex(row => row.At);
    }
}
