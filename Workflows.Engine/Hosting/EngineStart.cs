using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Hosting;

/// <summary>Makes everything ready before the host starts anything else: the database's format, then the built-in library.</summary>
internal sealed class EngineStart(DatabaseStart database, LibraryImport library, ILogger<EngineStart> log) : IHostedLifecycleService
{
    /// <summary>The built-in library, beside the program.</summary>
    private static readonly string Library = Path.Combine(AppContext.BaseDirectory, "Library");

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.Migrate(cancellationToken);
        var report = await library.Run(Library, cancellationToken);
        foreach (var imported in report.Imported)
        {
            log.LogInformation("Imported {Definition}.", imported);
        }

        foreach (var error in report.Errors)
        {
            log.LogError("Left out of the library: {Error}", error);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
