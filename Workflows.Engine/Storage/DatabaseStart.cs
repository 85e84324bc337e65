using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Workflows.Engine.Numbering;

namespace Workflows.Engine.Storage;

/// <summary>Brings the database to the program's format before anything else uses it.</summary>
public sealed class DatabaseStart(EngineDatabase database, IOptions<DatabaseOptions> options)
{
    /// <summary>Applies the migrations that are missing. Nodes that start together wait for each other.</summary>
    /// <exception cref="DatabaseRefusedException">
    /// The database cannot be reached or written, a newer program has changed it, or it is older and the settings do not let it be migrated.
    /// </exception>
    public async Task Migrate(CancellationToken cancellation = default)
    {
        try
        {
            await using var db = database.Open();
            if (database.Provider is DatabaseProvider.Sqlite)
            {
                await MigrateSqlite(db, cancellation);
            }
            else
            {
                await Migrate(db, cancellation);
            }
        }
        catch (Exception exception) when (DatabaseRefusedException.Explain(database.Provider, options.Value.ConnectionString, exception) is { } refused)
        {
            throw refused;
        }
    }

    /// <summary>Refuses a database that is not in the program's format; changes nothing.</summary>
    /// <exception cref="DatabaseRefusedException">It cannot be reached, or it is older or newer.</exception>
    public async Task Check(CancellationToken cancellation = default)
    {
        try
        {
            await using var db = database.Open();
            await RefuseNewer(db, cancellation);
            await RefuseOlder(db, cancellation);
        }
        catch (Exception exception) when (DatabaseRefusedException.Explain(database.Provider, options.Value.ConnectionString, exception) is { } refused)
        {
            throw refused;
        }
    }

    /// <summary>Does what a node does at its start while no other node does it; it has to be harmless when another has done it before.</summary>
    public async Task InTurn(Func<Task> prepare, CancellationToken cancellation = default)
    {
        if (database.Provider is DatabaseProvider.Sqlite)
        {
            // A transaction that is held open here would keep out the very writes that are to be made.
            await prepare();
            return;
        }

        await using var db = database.Open();
        await using var turn = await db.Database.BeginTransactionAsync(cancellation);
        await Series.Next(db, "starts", cancellation);
        await prepare();
        await turn.CommitAsync(cancellation);
    }

    private async Task Migrate(EngineDb db, CancellationToken cancellation)
    {
        if (await Exists(db, cancellation))
        {
            await RefuseNewer(db, cancellation);
        }

        if (!options.Value.Migrate)
        {
            await RefuseOlder(db, cancellation);
            return;
        }

        await db.Database.MigrateAsync(cancellation);
    }

    /// <remarks>A server that cannot be reached must not look like a database that has yet to be made.</remarks>
    private static async Task<bool> Exists(EngineDb db, CancellationToken cancellation) =>
        await ((IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>()).ExistsAsync(cancellation);

    private static async Task RefuseNewer(EngineDb db, CancellationToken cancellation)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new DatabaseRefusedException($"Expected a database that this program knows, but a newer program has applied [{string.Join(", ", unknown)}]. Start that program, or restore a backup from before it.");
        }
    }

    private static async Task RefuseOlder(EngineDb db, CancellationToken cancellation)
    {
        var missing = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (missing.Count > 0)
        {
            throw new DatabaseRefusedException($"Expected a database in the format of this program, but [{string.Join(", ", missing)}] are missing. Take a backup, then start one node with {DatabaseOptions.Section}:Migrate=true.");
        }
    }

    /// <remarks>
    /// EF's own lock on SQLite is a row, which a process that is killed while it migrates leaves behind for ever. A lock on a file
    /// beside the database ends with its process; who holds it may remove such a row.
    /// </remarks>
    private async Task MigrateSqlite(EngineDb db, CancellationToken cancellation)
    {
        var connection = new SqliteConnectionStringBuilder(db.Database.GetConnectionString());
        if (connection.Mode is SqliteOpenMode.Memory)
        {
            // A database in memory belongs to one process.
            await Migrate(db, cancellation);
            return;
        }

        var path = Path.GetFullPath(connection.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var turn = await LockFile(path + ".lock", cancellation);
        if (File.Exists(path))
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); DELETE FROM \"__EFMigrationsLock\";", cancellation);
        }

        await Migrate(db, cancellation);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
    }

    private static async Task<FileStream> LockFile(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process migrates; waiting for it has nothing to do with the time of the cases.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellation);
            }
        }
    }
}
