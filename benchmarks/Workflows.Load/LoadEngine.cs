using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Hosting;
using Workflows.Engine.Playing;
using Workflows.Engine.Storage;

namespace Workflows.Load;

/// <summary>The engine's services on a database, as a host has them; nothing runs in the background but what is asked for.</summary>
internal sealed class LoadEngine : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;

    private LoadEngine(ServiceProvider services, VirtualTime time) => (this.services, Time) = (services, time);

    public VirtualTime Time { get; }

    /// <summary>The rows of every command that is written, where they are recorded.</summary>
    public Recording? Recording { get; private init; }

    /// <param name="remembers">False for an engine that reads every case from the database before each command.</param>
    /// <param name="records">True to keep the rows of every command.</param>
    public static async Task<LoadEngine> Start(LoadDatabase database, bool remembers = true, bool records = false)
    {
        var time = new VirtualTime(Monday);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = database.Folder });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{DatabaseOptions.Section}:Provider"] = database.Provider.ToString(),
            [$"{DatabaseOptions.Section}:ConnectionString"] = database.ConnectionString,
            [$"{HandlingOptions.Section}:{nameof(HandlingOptions.RememberedBytes)}"] = remembers ? "33554432" : "0",
        });
        builder.Services.AddLogging();
        builder.Services.AddWorkflowsEngine(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        var recording = records ? Recording.Around(builder.Services) : null;
        var services = builder.Services.BuildServiceProvider();
        await services.GetRequiredService<DatabaseStart>().Migrate();
        await services.GetRequiredService<LibraryImport>().Run(Path.Combine(AppContext.BaseDirectory, "Library"));
        return new LoadEngine(services, time) { Recording = recording };
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <exception cref="InvalidOperationException">The command was refused.</exception>
    public async Task<Case> Send(string caseId, Actor actor, CaseCommand command) =>
        await Get<CaseHandler>().Send(caseId, actor, command) switch
        {
            CommandAccepted accepted => accepted.Case,
            CommandRejected rejected => throw new InvalidOperationException(rejected.Rejection.Message),
            var other => throw new InvalidOperationException($"Expected an answer to {command.GetType().Name}, but got {other}."),
        };

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
