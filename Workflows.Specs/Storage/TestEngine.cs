using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Hosting;
using Workflows.Engine.Storage;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Storage;

/// <summary>The engine's services on a database of their own, with <see cref="SampleService"/> and a clock that stands still.</summary>
internal sealed class TestEngine(TestDatabase database, IServiceProvider services, FakeTime time, bool owns) : IAsyncDisposable
{
    /// <summary>A Monday morning in Shanghai.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public FakeTime Time => time;

    public TestDatabase Database => database;

    public IServiceProvider Services => services;

    /// <summary>Starts on a new database; the spec is skipped where the provider has no server.</summary>
    public static Task<TestEngine> Start(DatabaseProvider provider = DatabaseProvider.Sqlite, DateTimeOffset? at = null) => Start(TestDatabase.New(provider), at);

    /// <summary>Starts on a database that may have content.</summary>
    /// <param name="owns">False where another engine of the spec removes the database.</param>
    public static async Task<TestEngine> Start(
        TestDatabase database,
        DateTimeOffset? at = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null,
        bool owns = true)
    {
        var time = new FakeTime(at ?? Monday);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = database.Folder });
        builder.Configuration.AddInMemoryCollection(database.Settings).AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Services.AddLogging();
        builder.Services.AddWorkflowsEngine(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        configure?.Invoke(builder.Services);
        var services = builder.Services.BuildServiceProvider(validateScopes: true);
        await services.GetRequiredService<DatabaseStart>().Migrate();
        await services.GetRequiredService<LibraryImport>().Run(LibraryFolder.Path);
        services.GetRequiredService<DefinitionStore>().Remember(SampleService.Published());
        return new TestEngine(database, services, time, owns);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Starts a case of the sample service.</summary>
    public async Task<Case> StartCase(string id = "case-1") => Accepted(await Send(id, SampleService.Clerk, SampleService.Start, $"start-{id}")).Case;

    public Task<CommandResult> Send(string caseId, Actor actor, CaseCommand command, string? commandId = null) =>
        Get<CaseHandler>().Send(caseId, actor, command, commandId, TestContext.Current.CancellationToken);

    public static CommandAccepted Accepted(CommandResult result) => result as CommandAccepted
        ?? throw new InvalidOperationException($"Expected the command to be accepted, but {((CommandRejected)result).Rejection.Message}");

    public static Rejected Rejection(CommandResult result) => (result as CommandRejected)?.Rejection
        ?? throw new InvalidOperationException("Expected the command to be rejected, but it was accepted.");

    public async ValueTask DisposeAsync()
    {
        await ((ServiceProvider)services).DisposeAsync();
        if (owns)
        {
            await database.DisposeAsync();
        }
    }
}
