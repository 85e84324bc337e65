using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Definitions;

/// <summary>A published definition. Never changed: another content is another version.</summary>
public sealed class DefinitionRow
{
    public required DefinitionKind Kind { get; init; }

    public required string Code { get; init; }

    public required int Version { get; init; }

    /// <summary>The files it consists of, by path in the library: a JSON object of texts, UTF-8.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Where it came from, e.g. <c>library</c>.</summary>
    public required string Source { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
}

public enum DefinitionKind
{
    /// <summary>A service with all that it refers to but the calendar and the rules of clocks.</summary>
    Service,

    /// <summary>A region's calendar, all its years.</summary>
    Calendar,

    /// <summary>The limits and ladders of clocks that hold for all services: a clock takes what is in force when it starts.</summary>
    Clocks,

    /// <summary>The rules of electronic supervision, all of them, and what the cards mean.</summary>
    Supervision,

    /// <summary>A type of construction project with the departments that lead its stages.</summary>
    Project,

    /// <summary>The fingerprint of the library that was imported last, in place of files.</summary>
    Library,
}

internal sealed class DefinitionTable : IEntityTypeConfiguration<DefinitionRow>
{
    public void Configure(EntityTypeBuilder<DefinitionRow> table)
    {
        table.ToTable("definitions").HasKey(row => new { row.Kind, row.Code, row.Version });
        table.Property(row => row.Code).HasMaxLength(Lengths.Code);
        table.Property(row => row.Source).HasMaxLength(Lengths.Name);
    }
}
