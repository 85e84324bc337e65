using Workflows.Engine.Cases;
using Workflows.Engine.Handling;

namespace Workflows.Engine.Api;

/// <summary>Commands that come in as requests: their id, and the answer.</summary>
internal static class Commands
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 100;

    /// <summary>The command's id: the header <c>Idempotency-Key</c>, or a new one.</summary>
    /// <exception cref="BadHttpRequestException">The key is longer than 100 characters.</exception>
    public static string Id(HttpRequest request)
    {
        var key = request.Headers[Header].ToString();
        return key.Length switch
        {
            0 => Guid.NewGuid().ToString("N"),
            <= LongestKey => key,
            _ => throw new BadHttpRequestException($"Expected an {Header} of at most {LongestKey} characters, but it has {key.Length}."),
        };
    }

    public static IResult Answer(HttpRequest request, CommandResult result) => result switch
    {
        CommandAccepted { Sequence: 1 } accepted => Results.Created($"{WorkflowsApi.Root}/v1/cases/{accepted.Case.Id}", Receipt.Of(accepted)),
        CommandAccepted accepted => Results.Ok(Receipt.Of(accepted)),
        CommandRejected rejected => Problem.Of(request, rejected.Rejection),
        _ => throw new InvalidOperationException($"Expected an accepted or rejected command, but found {result.GetType().Name}."),
    };
}

/// <summary>The answer to an accepted command.</summary>
/// <param name="Sequence">The entry in the case's journal.</param>
public sealed record Receipt(string CaseId, string Number, int Sequence, CaseStatus Status)
{
    internal static Receipt Of(CommandAccepted accepted) => new(accepted.Case.Id, accepted.Case.Number, accepted.Sequence, accepted.Case.Status);
}
