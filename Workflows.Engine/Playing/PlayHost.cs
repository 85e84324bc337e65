using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Definitions;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Definitions;
using Workflows.Engine.Files;
using Workflows.Engine.Hosting;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Playing;

/// <summary>The whole engine on a database in memory and on virtual time, for one play.</summary>
internal sealed class PlayHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    // A database in memory lives as long as one connection to it is open.
    private readonly SqliteConnection keeper;

    private readonly DirectoryInfo files;

    private PlayHost(ServiceProvider services, SqliteConnection keeper, DirectoryInfo files, VirtualTime time) =>
        (this.services, this.keeper, this.files, Time) = (services, keeper, files, time);

    public VirtualTime Time { get; }

    /// <param name="library">The library to import.</param>
    /// <exception cref="DefinitionException">The library has errors.</exception>
    public static async Task<PlayHost> Start(LibraryPackage library, DateTimeOffset now, CancellationToken cancellation)
    {
        var connection = $"Data Source=play-{Guid.CreateVersion7():N};Mode=Memory;Cache=Shared";
        var keeper = new SqliteConnection(connection);
        await keeper.OpenAsync(cancellation);
        var time = new VirtualTime(now);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var files = Directory.CreateTempSubdirectory("workflows-play-");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{DatabaseOptions.Section}:ConnectionString"] = connection,
            [$"{FileStoreOptions.Section}:Folder"] = files.FullName,
        });
        builder.Services.AddLogging();
        builder.Services.AddWorkflowsEngine(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        var host = new PlayHost(builder.Services.BuildServiceProvider(), keeper, files, time);
        await host.Get<DatabaseStart>().Migrate(cancellation);
        var report = await host.Get<LibraryImport>().Run(library, cancellation);
        if (report.Errors.Count > 0)
        {
            await host.DisposeAsync();
            throw new DefinitionException(report.Errors);
        }

        return host;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await keeper.DisposeAsync();
        files.Delete(recursive: true);
    }
}
