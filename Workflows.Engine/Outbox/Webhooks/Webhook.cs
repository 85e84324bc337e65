using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Engine.Outbox.Webhooks;

/// <summary>Tells one system of events: a CloudEvent by POST, repeated until it is answered with 2xx.</summary>
/// <remarks>Redirections are not followed: where calls go is a decision of the settings.</remarks>
internal sealed class Webhook(WebhookOptions options, HttpClient client)
{
    public const string Signature = "Workflows-Signature";
    public const string Key = "Idempotency-Key";

    public OutboxConsumer Consumer => new($"webhook:{options.Name}", [.. options.Kinds], Deliver);

    private async Task<string?> Deliver(OutboxCall call, CancellationToken cancellation)
    {
        var body = CloudEvent.Write(call);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.MediaType, "utf-8");
        request.Headers.Add(Key, call.IdempotencyKey);
        if (options.Secret is { } secret)
        {
            request.Headers.Add(Signature, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}");
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.IsSuccessStatusCode
            ? null
            : $"Expected {options.Url} to answer with success, but it answered with {(int)answer.StatusCode}.";
    }
}
