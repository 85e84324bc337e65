using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Engine.Accounts;
using Workflows.Engine.Api;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Hosting;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Api;

/// <summary>The headless host in memory, with the demo organisation and <see cref="SampleService"/>, and clients that are signed in.</summary>
internal sealed class ApiHost(TestDatabase database, WebApplication app, FakeTime time) : IAsyncDisposable
{
    /// <summary>What is done by the calendar has specs of its own.</summary>
    private static readonly Dictionary<string, string?> Unscheduled = new() { ["Workflows:Schedules:Enabled"] = "false" };

    public FakeTime Time => time;

    public static async Task<ApiHost> Start(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var database = TestDatabase.New(DatabaseProvider.Sqlite);
        var time = new FakeTime(TestEngine.Monday);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = database.Folder, EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(database.Settings).AddInMemoryCollection(Unscheduled).AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders().AddProvider(new ErrorsToTest()).SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseTestServer();
        builder.Services.AddWorkflowsEngine(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        var app = builder.Build();
        app.MapWorkflowsApi();
        await app.StartAsync();
        app.Services.GetRequiredService<DefinitionStore>().Remember(SampleService.Published());
        return new ApiHost(database, app, time);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>A client that nobody is signed in with.</summary>
    public HttpClient Anonymous() => app.GetTestClient();

    /// <summary>A client with the bearer token of a demo account.</summary>
    public async Task<HttpClient> SignedIn(string userName)
    {
        var client = Anonymous();
        var answer = await client.PostAsJsonAsync("/api/v1/sign-in", new { userName, password = DemoOrganisation.Password }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)(await Body(answer))["accessToken"]);
        return client;
    }

    /// <summary>A case of the sample service whose window is that of the demo organisation.</summary>
    public async Task<Workflows.Engine.Cases.Case> StartCase(string id = "case-1") => TestEngine.Accepted(await Get<CaseHandler>().Send(
        id, SampleService.Clerk, SampleService.Start, cancellation: TestContext.Current.CancellationToken)).Case;

    public static async Task<JsonObject> Body(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

    public static async Task<(int Status, string? Code)> Refusal(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? (string?)(await Body(answer))["code"] : null);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
