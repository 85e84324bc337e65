using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision;

/// <summary>The rules in force: the newest version that was published, read once and kept until another is.</summary>
public sealed class RuleBook(EngineDatabase database)
{
    /// <summary>The code of the one rule book.</summary>
    public const string Code = "standard";

    private volatile BookInForce? known;

    /// <summary>The book as this node knows it; read from the database the first time.</summary>
    public async ValueTask<BookInForce> InForce(CancellationToken cancellation = default) => known ?? await Refresh(cancellation);

    /// <summary>Looks whether another version was published, as by another node.</summary>
    public async Task<BookInForce> Refresh(CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var versions = db.Definitions.Where(row => row.Kind == DefinitionKind.Supervision && row.Code == Code);
        var newest = await versions.MaxAsync(row => (int?)row.Version, cancellation) ?? 0;
        if (known is { } current && current.Version == newest)
        {
            return current;
        }

        return known = newest == 0 ? BookInForce.None : await Read(db, newest, cancellation);
    }

    /// <summary>A version as it was in force once: by it an old alert can be found again from the journal.</summary>
    public async Task<BookInForce> Version(int version, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return await Read(db, version, cancellation);
    }

    private static async Task<BookInForce> Read(EngineDb db, int version, CancellationToken cancellation)
    {
        var content = await db.Definitions
            .Where(row => row.Kind == DefinitionKind.Supervision && row.Code == Code && row.Version == version)
            .Select(row => row.Content)
            .SingleAsync(cancellation);
        return new BookInForce(version, DefinitionFiles.Library([content]).Supervision);
    }
}

/// <summary>A version of the rule book.</summary>
/// <param name="Version">0 where none was published.</param>
public sealed record BookInForce(int Version, SupervisionRules Rules)
{
    public static readonly BookInForce None = new(0, SupervisionRules.None);
}
