using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Workflows.Engine.Storage;

/// <summary>Registers the database that the settings name.</summary>
internal static class StorageServices
{
    public static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<DatabaseOptions>(configuration.GetSection(DatabaseOptions.Section));
        services.AddPooledDbContextFactory<SqliteEngineDb>((provider, builder) => Quiet(builder).UseSqlite(Sqlite(provider)).AddInterceptors(new SqlitePragmas()));
        services.AddPooledDbContextFactory<PostgresEngineDb>((provider, builder) => Quiet(builder).UseNpgsql(Server(provider)));
        services.AddPooledDbContextFactory<SqlServerEngineDb>((provider, builder) => Quiet(builder).UseSqlServer(Server(provider)));
        services.AddSingleton(Database);
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton(Store);
        services.AddScoped(provider => provider.GetRequiredService<EngineDatabase>().Open());
    }

    /// <remarks>Every statement at the level that hosts log by default would drown what the engine says.</remarks>
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(events => events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));

    private static EngineDatabase Database(IServiceProvider provider)
    {
        var kind = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider;
        return new EngineDatabase(kind, kind switch
        {
            DatabaseProvider.Postgres => provider.GetRequiredService<IDbContextFactory<PostgresEngineDb>>().CreateDbContext,
            DatabaseProvider.SqlServer => provider.GetRequiredService<IDbContextFactory<SqlServerEngineDb>>().CreateDbContext,
            _ => provider.GetRequiredService<IDbContextFactory<SqliteEngineDb>>().CreateDbContext,
        });
    }

    private static CaseStore Store(IServiceProvider provider)
    {
        var database = provider.GetRequiredService<EngineDatabase>();
        using var db = database.Open();
        return database.Provider switch
        {
            DatabaseProvider.Postgres => new PostgresCaseStore(Server(provider), new RowStatements(db.Model)),
            DatabaseProvider.SqlServer => new SqlServerCaseStore(database.Open),
            _ => new SqliteCaseStore(Sqlite(provider), new RowStatements(db.Model)),
        };
    }

    private static string Sqlite(IServiceProvider provider) =>
        Setting(provider) ?? $"Data Source={Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, "App_Data", "workflows.db")}";

    private static string Server(IServiceProvider provider) => Setting(provider)
        ?? throw new InvalidOperationException($"Expected the setting '{DatabaseOptions.Section}:ConnectionString', but it is missing; only SQLite has a default.");

    private static string? Setting(IServiceProvider provider) => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString;
}
