using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Engine.Accounts;
using Workflows.Engine.Storage;
using Workflows.Specs.Api;
using Xunit;

namespace Workflows.Specs.Storage;

/// <summary>A host that is killed in the middle of commands, and what stands after it has started again.</summary>
public sealed class CrashSpecs
{
    private const int Writers = 4;
    private const int AcknowledgedBeforeTheKill = 24;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Loses_nothing_that_was_acknowledged_and_repeats_nothing(DatabaseProvider provider)
    {
        await using var database = TestDatabase.New(provider);
        var sent = new ConcurrentBag<string>();
        var acknowledged = new ConcurrentDictionary<string, string>();
        AuthenticationHeaderValue token;
        JsonObject application;

        using (var host = await EngineProcess.Start(database, Cancellation))
        {
            using var client = new HttpClient { BaseAddress = host.Address };
            token = await SignIn(client);
            client.DefaultRequestHeaders.Authorization = token;
            application = await ApplicationExample.Complete(client, "snack-bar");
            var enough = new TaskCompletionSource();
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteUntilKilled(client, application, writer, sent, acknowledged, enough)).ToList();
            await enough.Task.WaitAsync(Cancellation);
            await host.Kill(Cancellation);
            await Task.WhenAll(writers);
        }

        using (var host = await EngineProcess.Start(database, Cancellation))
        {
            // The token of before the crash is still good: its key is in the database.
            using var client = new HttpClient { BaseAddress = host.Address };
            client.DefaultRequestHeaders.Authorization = token;
            var numbers = new List<string>();
            foreach (var key in sent)
            {
                var receipt = await Submit(client, application, key);
                acknowledged.GetValueOrDefault(key, receipt.ToJsonString()).ShouldBe(receipt.ToJsonString());
                numbers.Add((string)receipt["number"]!);
                var verdict = await ApiHost.Body(await client.GetAsync($"/api/v1/cases/{receipt["caseId"]}/journal/verify", Cancellation));
                ((bool?)verdict["isIntact"]).ShouldBe(true, (string?)verdict["reason"]);
            }

            sent.Count.ShouldBeGreaterThanOrEqualTo(AcknowledgedBeforeTheKill);
            numbers.Select(number => int.Parse(number[^4..], null)).Order().ShouldBe(Enumerable.Range(1, sent.Count));
            ((int?)(await ApiHost.Body(await client.GetAsync("/api/v1/cases", Cancellation)))["total"]).ShouldBe(sent.Count);
        }
    }

    private static async Task WriteUntilKilled(
        HttpClient client,
        JsonObject application,
        int writer,
        ConcurrentBag<string> sent,
        ConcurrentDictionary<string, string> acknowledged,
        TaskCompletionSource enough)
    {
        for (var number = 0; ; number++)
        {
            var key = $"writer-{writer}-{number}";
            sent.Add(key);
            try
            {
                acknowledged[key] = (await Submit(client, application, key)).ToJsonString();
            }
            catch (HttpRequestException exception) when (exception.StatusCode is null)
            {
                return;
            }

            if (acknowledged.Count >= AcknowledgedBeforeTheKill)
            {
                enough.TrySetResult();
            }
        }
    }

    private static async Task<JsonObject> Submit(HttpClient client, JsonObject application, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = JsonContent.Create(application) };
        request.Headers.Add("Idempotency-Key", key);
        var answer = await client.SendAsync(request, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await ApiHost.Body(answer);
    }

    private static async Task<AuthenticationHeaderValue> SignIn(HttpClient client)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/sign-in", new { userName = "zongchuang", password = DemoOrganisation.Password }, Cancellation);
        return new AuthenticationHeaderValue("Bearer", (string?)(await ApiHost.Body(answer.EnsureSuccessStatusCode()))["accessToken"]);
    }
}
