using Workflows.Engine.Accounts;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Hosting;

/// <summary>Makes everything ready before the host starts anything else: the database's format, the built-in library, the posts and first accounts.</summary>
internal sealed class EngineStart(DatabaseStart database, LibraryImport library, IServiceScopeFactory scopes, IHostEnvironment host, ILogger<EngineStart> log)
    : IHostedLifecycleService
{
    /// <summary>The built-in library, beside the program.</summary>
    internal static readonly string Library = Path.Combine(AppContext.BaseDirectory, "Library");

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.Migrate(cancellationToken);
        await database.InTurn(
            async () =>
            {
                await ImportLibrary(cancellationToken);
                await AddAccounts(cancellationToken);
            },
            cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ImportLibrary(CancellationToken cancellationToken)
    {
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

    private async Task AddAccounts(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var seeding = scope.ServiceProvider.GetRequiredService<AccountSeeding>();
        await seeding.Run();
        if (host.IsDevelopment())
        {
            await seeding.Add(DemoOrganisation.Accounts, DemoOrganisation.Password, cancellationToken);
        }
    }
}
