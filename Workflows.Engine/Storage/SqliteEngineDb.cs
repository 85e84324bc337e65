using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Workflows.Engine.Storage;

/// <summary>SQLite: the embedded default.</summary>
public sealed class SqliteEngineDb(DbContextOptions<SqliteEngineDb> options) : EngineDb(options);

/// <summary>Lets the migration tool build the model; it never opens the connection.</summary>
public sealed class SqliteEngineDbFactory : IDesignTimeDbContextFactory<SqliteEngineDb>
{
    public SqliteEngineDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteEngineDb>().UseSqlite("Data Source=design.db").Options);
}
