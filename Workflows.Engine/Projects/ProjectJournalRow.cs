using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Projects;

/// <summary>An entry in a project's journal. Rows are only ever added, and chained as those of a case are.</summary>
public sealed class ProjectJournalRow
{
    public required string ProjectCode { get; init; }

    /// <summary>1-based, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>The command's kind, kebab-case.</summary>
    public required string Command { get; init; }

    public required string ActorId { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The events as <see cref="ProjectJson"/> wrote them, UTF-8.</summary>
    public required byte[] Events { get; init; }

    public required string PreviousHash { get; init; }

    public string Hash { get; set; } = "";

    public static ProjectJournalRow Of(string code, int sequence, ProjectCommand command, string actor, DateTimeOffset at, IReadOnlyList<ProjectEvent> events, string previous)
    {
        var row = new ProjectJournalRow
        {
            ProjectCode = code,
            Sequence = sequence,
            Command = JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name),
            ActorId = actor,
            EnteredAt = at,
            Events = ProjectJson.Write(events),
            PreviousHash = previous,
        };
        row.Hash = HashOf(row);
        return row;
    }

    public static string HashOf(ProjectJournalRow row) => JournalHash.Of(new JournalRow
    {
        CaseId = row.ProjectCode,
        Sequence = row.Sequence,
        CommandId = row.ProjectCode,
        Command = row.Command,
        ActorId = row.ActorId,
        Actor = JsonSerializer.SerializeToUtf8Bytes(row.ActorId),
        HappenedAt = row.EnteredAt,
        EnteredAt = row.EnteredAt,
        Events = row.Events,
        PreviousHash = row.PreviousHash,
    });
}

internal sealed class ProjectJournalTable : IEntityTypeConfiguration<ProjectJournalRow>
{
    public void Configure(EntityTypeBuilder<ProjectJournalRow> table)
    {
        table.ToTable("project_journal").HasKey(row => new { row.ProjectCode, row.Sequence });
        table.Property(row => row.ProjectCode).HasMaxLength(Lengths.Number);
        table.Property(row => row.Command).HasMaxLength(Lengths.Code);
        table.Property(row => row.ActorId).HasMaxLength(Lengths.Id);
        table.Property(row => row.PreviousHash).HasMaxLength(Lengths.Hash);
        table.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
        table.HasOne<ProjectRow>().WithMany().HasForeignKey(row => row.ProjectCode).OnDelete(DeleteBehavior.Restrict);
    }
}
