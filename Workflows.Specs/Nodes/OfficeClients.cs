using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Processes;
using Workflows.Engine.Accounts;
using Workflows.Specs.Api;
using Workflows.Specs.Storage;
using Workflows.Specs.Support;

namespace Workflows.Specs.Nodes;

/// <summary>People of several departments who receive and decide cases, whatever becomes of the nodes: what is not answered is sent again with its key.</summary>
/// <param name="node">The node to ask for an attempt; asked anew after each failure.</param>
internal sealed class OfficeClients(Func<Uri> node) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The first outcome of each user task of the library, by process and element.</summary>
    private static readonly Dictionary<(string, string), string> Outcomes = Tasks();

    /// <summary>The departments of the restaurant, and those who belong to none.</summary>
    private static readonly string?[] Departments = ["service-centre", "market-regulation", "urban-management", "fire-rescue", "tobacco", null];

    private readonly HttpClient client = new() { Timeout = Patience };
    private readonly Dictionary<(string? Department, string Role), AuthenticationHeaderValue> tokens = [];
    private JsonObject application = [];

    /// <summary>The answers by key.</summary>
    public ConcurrentDictionary<string, JsonObject> Acknowledged { get; } = new();

    /// <summary>The requests that were answered with a refusal: none is expected.</summary>
    public ConcurrentBag<string> Refused { get; } = [];

    /// <summary>The keys of the commands of each case.</summary>
    public ConcurrentDictionary<string, ConcurrentBag<string>> Keys { get; } = new();

    public AuthenticationHeaderValue Administrator => tokens[(null, "administrator")];

    public async Task Prepare(CancellationToken cancellation)
    {
        // Nothing is killed yet: however slow the machine, this is not tried again.
        using var clerk = new HttpClient { BaseAddress = node() };
        foreach (var account in DemoOrganisation.Accounts.Where(account => Departments.Contains(account.Department)))
        {
            var answer = await clerk.PostAsJsonAsync("/api/v1/sign-in", new { userName = account.UserName, password = DemoOrganisation.Password }, cancellation);
            tokens[(account.Department, account.Role)] = new AuthenticationHeaderValue("Bearer", (string?)(await ApiHost.Body(answer.EnsureSuccessStatusCode()))["accessToken"]);
        }

        clerk.DefaultRequestHeaders.Authorization = tokens[("service-centre", "window-clerk")];
        application = await ApplicationExample.Complete(clerk, "large-restaurant");
    }

    /// <summary>Receives cases and works on each until it has ended; begins no new one after <paramref name="enough"/>.</summary>
    public async Task Work(string name, CancellationToken enough, CancellationToken cancellation)
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            var receipt = await Send("/api/v1/cases", application, $"{name}-{number}-start", tokens[("service-centre", "window-clerk")], cancellation);
            var caseId = (string)receipt["caseId"]!;
            Keys[caseId] = [$"{name}-{number}-start"];
            await Decide(caseId, $"{name}-{number}", cancellation);
        }
    }

    public async Task<JsonNode> Get(string path, CancellationToken cancellation) => JsonNode.Parse(await Ask(
        () => new HttpRequestMessage(HttpMethod.Get, new Uri(node(), path)), Administrator, async answer => await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation), cancellation))!;

    /// <summary>Everything that was acknowledged is there exactly once, nothing else is, every join fired once, and every journal is intact.</summary>
    public async Task LostNothing(CancellationToken cancellation)
    {
        Refused.ShouldBeEmpty();
        foreach (var (caseId, keys) in Keys)
        {
            var verdict = await Get($"/api/v1/cases/{caseId}/journal/verify", cancellation);
            ((bool?)verdict["isIntact"]).ShouldBe(true, (string?)verdict["reason"]);
            var journal = (await Get($"/api/v1/cases/{caseId}/journal", cancellation)).AsArray();
            var commands = journal.Where(entry => (string?)entry!["actor"]!["accountId"] != "engine").Select(entry => (string)entry!["commandId"]!).ToList();
            commands.ShouldBe(keys, ignoreOrder: true);
            journal.Select(entry => (string)entry!["commandId"]!).ShouldBeUnique();
            var events = journal.SelectMany(entry => entry!["events"]!.AsArray()).ToList();
            events.Count(one => (string?)one!["event"] == "element-entered" && (string?)one["instance"]!["elementId"] == "join").ShouldBe(1);
            events.Count(one => (string?)one!["event"] == "case-ended").ShouldBe(1);
        }

        foreach (var (key, receipt) in Acknowledged.Where(one => one.Key.EndsWith("-start", StringComparison.Ordinal)))
        {
            (await Send("/api/v1/cases", application, key, tokens[("service-centre", "window-clerk")], cancellation)).ToJsonString().ShouldBe(receipt.ToJsonString());
        }
    }

    public void Dispose() => client.Dispose();

    private async Task Decide(string caseId, string name, CancellationToken cancellation)
    {
        for (var step = 0; ; step++)
        {
            var state = await Get($"/api/v1/cases/{caseId}", cancellation);
            var item = state["workItems"]!.AsArray().FirstOrDefault(one => (string?)one!["state"] is "offered" or "claimed");
            if (item is null)
            {
                ((string?)state["status"]).ShouldBe("completed");
                return;
            }

            var outcome = Outcomes[((string)item["processId"]!, (string)item["elementId"]!)];
            await Send($"/api/v1/work-items/{caseId}/{item["id"]}/complete", new JsonObject { ["outcome"] = outcome }, $"{name}-{step}", tokens[((string?)item["department"], (string)item["role"]!)], cancellation);
            Keys[caseId].Add($"{name}-{step}");
        }
    }

    private async Task<JsonObject> Send(string path, JsonObject body, string key, AuthenticationHeaderValue token, CancellationToken cancellation)
    {
        var (status, text) = await Ask(
            () => new HttpRequestMessage(HttpMethod.Post, new Uri(node(), path)) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } },
            token,
            async answer => (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation)),
            cancellation);
        if (status is not (HttpStatusCode.OK or HttpStatusCode.Created))
        {
            Refused.Add($"{key}: {text}");
            throw new InvalidOperationException($"Expected '{key}' to be accepted, but: {text}");
        }

        return Acknowledged[key] = JsonNode.Parse(text)!.AsObject();
    }

    private async Task<T> Ask<T>(Func<HttpRequestMessage> request, AuthenticationHeaderValue token, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                using var asked = request();
                asked.Headers.Authorization = token;
                using var answer = await client.SendAsync(asked, cancellation);
                if ((int)answer.StatusCode < 500)
                {
                    return await read(answer);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                // The node is gone, stands still, or is starting: what becomes of the request is told by the next answer to its key.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }
    }

    private static Dictionary<(string, string), string> Tasks()
    {
        var library = LibraryReader.Read(LibraryFolder.Path);
        return library.Models.Values.Concat(library.SharedProcesses.Values)
            .SelectMany(model => model.Processes)
            .SelectMany(process => process.Content.Descendants().OfType<UserTask>().Select(task => (process.Id, Task: task)))
            .DistinctBy(task => (task.Id, task.Task.Id))
            .ToDictionary(task => (task.Id, task.Task.Id), task => task.Task.Approval.Outcomes is { Count: > 0 } outcomes ? outcomes[0].Code : "done");
    }
}
