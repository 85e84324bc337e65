using Workflows.Engine.Cases;

namespace Workflows.Engine.Outbox;

/// <summary>Carries out what administrators have decided about calls that were given up.</summary>
internal sealed class CallDecisions(OutboxQueue queue, TimeProvider time)
{
    public OutboxConsumer Consumer => new("call-decisions", [OutboxKind.CallRepeated, OutboxKind.CallSkipped], Carry);

    private async Task<string?> Carry(OutboxCall call, CancellationToken cancellation)
    {
        var (decided, state) = call.Event switch
        {
            CallRepeated repeated => (repeated.Call, OutboxState.Waiting),
            CallSkipped skipped => (skipped.Call, OutboxState.Skipped),
            _ => throw new InvalidOperationException($"Expected a decision about a call, but found {call.Kind}."),
        };
        await queue.Decide(call.CaseId, decided.Key, decided.Consumer, state, time.GetUtcNow(), cancellation);
        return null;
    }
}
