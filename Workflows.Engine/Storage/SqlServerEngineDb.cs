using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Workflows.Engine.Accounts;

namespace Workflows.Engine.Storage;

/// <summary>SQL Server: any number of nodes on one database.</summary>
public sealed class SqlServerEngineDb(DbContextOptions<SqlServerEngineDb> options) : EngineDb(options)
{
    /// <remarks>The server's own collation mostly ignores case; ids and codes differ by case in the other databases, so also here.</remarks>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var ours = builder.Model.GetEntityTypes().Where(table => table.ClrType.Assembly == typeof(EngineDb).Assembly && table.ClrType != typeof(Account));
        foreach (var property in ours.SelectMany(table => table.GetProperties()).Where(property => property.ClrType == typeof(string)))
        {
            property.SetCollation("Latin1_General_100_BIN2");
        }
    }
}

/// <summary>Lets the migration tool build the model; it never opens the connection.</summary>
public sealed class SqlServerEngineDbFactory : IDesignTimeDbContextFactory<SqlServerEngineDb>
{
    public SqlServerEngineDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerEngineDb>().UseSqlServer("Server=design").Options);
}
