namespace Workflows.Engine.Storage;

/// <summary>Where the engine keeps its cases: the settings <c>Workflows:Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Workflows:Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Null for <c>App_Data/workflows.db</c> under the content root; the other providers need one.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether a node that starts brings an older database to its own format; where not, it refuses to start on one.</summary>
    public bool Migrate { get; set; } = true;
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
    SqlServer,
}
