namespace Workflows.Designer.Catalogue;

/// <summary>Reads the names once before the first page is asked for.</summary>
internal sealed class NamesStart(Names names) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => names.Refresh(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
