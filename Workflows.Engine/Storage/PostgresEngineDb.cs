using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Workflows.Engine.Storage;

/// <summary>PostgreSQL: any number of nodes on one database.</summary>
public sealed class PostgresEngineDb(DbContextOptions<PostgresEngineDb> options) : EngineDb(options);

/// <summary>Lets the migration tool build the model; it never opens the connection.</summary>
public sealed class PostgresEngineDbFactory : IDesignTimeDbContextFactory<PostgresEngineDb>
{
    public PostgresEngineDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresEngineDb>().UseNpgsql("Host=design").Options);
}
