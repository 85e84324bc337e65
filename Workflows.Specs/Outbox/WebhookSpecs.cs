using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Workflows.Engine.Definitions;
using Workflows.Engine.Outbox;
using Workflows.Engine.Outbox.Webhooks;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Outbox;

public sealed class WebhookSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_a_system_of_an_event_as_a_signed_CloudEvent()
    {
        await using var receiver = await Receiver.Start(StatusCodes.Status202Accepted);
        await using var engine = await Connected(receiver.Address);

        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);

        var (headers, body) = receiver.Received.ShouldHaveSingleItem();
        headers["Content-Type"].ToString().ShouldBe("application/cloudevents+json; charset=utf-8");
        headers[Webhook.Key].ToString().ShouldBe("case-1:1:7");
        headers[Webhook.Signature].ToString().ShouldBe($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData("印章"u8, body))}");
        var told = JsonNode.Parse(body)!.AsObject();
        told.Select(member => member.Key).ShouldBe(["specversion", "id", "source", "type", "subject", "time", "sequence", "datacontenttype", "data"]);
        ((string?)told["id"], (string?)told["source"], (string?)told["type"], (string?)told["subject"])
            .ShouldBe(("case-1:1:7", "/api/v1/cases/case-1", "workflows.connector-called", "YJS202603020001"));
        ((string?)told["data"]!["connector"]).ShouldBe("seal");
    }

    [Theory]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status302Found)]
    public async Task Tells_again_whoever_does_not_answer_with_success(int status)
    {
        await using var receiver = await Receiver.Start(status);
        await using var engine = await Connected(receiver.Address);

        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);
        engine.Time.Advance(TimeSpan.FromSeconds(2));
        await engine.Get<OutboxDispatcher>().Dispatch(Cancellation);

        receiver.Received.Select(one => one.Headers[Webhook.Key].ToString()).ShouldBe(["case-1:1:7", "case-1:1:7"]);
    }

    [Theory]
    [InlineData("", "http://127.0.0.1/", "Expected each of 'Workflows:Webhooks' to have Name, Url (http or https) and Kinds, but '' (http://127.0.0.1/) has not.")]
    [InlineData("a", "file:///etc/passwd", "Expected each of 'Workflows:Webhooks' to have Name, Url (http or https) and Kinds, but 'a' (file:///etc/passwd) has not.")]
    public void Refuses_settings_that_name_no_receiver(string name, string url, string sentence)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Settings(name, url)).Build();

        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddWebhooks(settings)).Message.ShouldBe(sentence);
    }

    private static async Task<TestEngine> Connected(string address)
    {
        var engine = await Start(TestDatabase.New(DatabaseProvider.Sqlite), settings: Settings("seal", address));
        engine.Get<DefinitionStore>().Remember(ConnectedService.Published());
        Accepted(await engine.Send("case-1", SampleService.Clerk, ConnectedService.Start));
        return engine;
    }

    private static Dictionary<string, string?> Settings(string name, string url) => new()
    {
        ["Workflows:Webhooks:0:Name"] = name,
        ["Workflows:Webhooks:0:Url"] = url,
        ["Workflows:Webhooks:0:Kinds:0"] = OutboxKind.ConnectorCalled,
        ["Workflows:Webhooks:0:Secret"] = "印章",
    };

    /// <summary>A system on loopback that keeps what it is told and always answers the same.</summary>
    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        public List<(IHeaderDictionary Headers, byte[] Body)> Received { get; } = [];

        public string Address => app.Urls.Single();

        public static async Task<Receiver> Start(int status)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var receiver = new Receiver(builder.Build());
            receiver.Listen(status);
            await receiver.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task StartAsync() => app.StartAsync(Cancellation);

        private void Listen(int status) => app.MapPost("/", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, Cancellation);
            Received.Add((new HeaderDictionary(request.Headers.ToDictionary()), body.ToArray()));
            return Results.StatusCode(status);
        });
    }
}
