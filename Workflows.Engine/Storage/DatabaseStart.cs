using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Numbering;

namespace Workflows.Engine.Storage;

/// <summary>Brings the database to the program's format before anything else uses it.</summary>
public sealed class DatabaseStart(EngineDatabase database)
{
    /// <summary>Applies the migrations that are missing. Nodes that start together wait for each other.</summary>
    /// <exception cref="DatabaseIsNewerException">A newer program has changed the database.</exception>
    public async Task Migrate(CancellationToken cancellation = default)
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

    private static async Task Migrate(EngineDb db, CancellationToken cancellation)
    {
        if (await db.Database.CanConnectAsync(cancellation))
        {
            var applied = await db.Database.GetAppliedMigrationsAsync(cancellation);
            var unknown = applied.Except(db.Database.GetMigrations()).ToList();
            if (unknown.Count > 0)
            {
                throw new DatabaseIsNewerException(unknown);
            }
        }

        await db.Database.MigrateAsync(cancellation);
    }

    /// <remarks>
    /// EF's own lock on SQLite is a row, which a process that is killed while it migrates leaves behind for ever. A lock on a file
    /// beside the database ends with its process; who holds it may remove such a row.
    /// </remarks>
    private static async Task MigrateSqlite(EngineDb db, CancellationToken cancellation)
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

/// <summary>The database was changed by a newer program than this one.</summary>
public sealed class DatabaseIsNewerException(IReadOnlyList<string> unknown)
    : Exception($"Expected a database that this program knows, but a newer program has applied [{string.Join(", ", unknown)}]. Start that program, or restore a backup from before it.");
