using Workflows.Definitions.Processes;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Puts a case elsewhere (跳转), for what no definition foresaw; never where it could come to a halt.</summary>
internal static class Jumping
{
    public static Rejected? Jump(Burst burst, JumpTo command)
    {
        var number = burst.Case.Number;
        if (!burst.Actor.Is(Role.Administrator))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected an administrator to move case '{number}', but '{burst.Actor.AccountId}' is none.", number, Role.Administrator);
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Rejected(RejectionCode.ReasonRequired, $"Expected a reason for moving case '{number}', but there is none.", number);
        }

        if (!burst.Case.WorkItems.TryGetValue(command.WorkItemId, out var item) || !item.IsOpen)
        {
            return new Rejected(RejectionCode.NotFound, $"Expected an open work item '{command.WorkItemId}' in case '{number}', but there is none.", number);
        }

        if (Suspending.RefusalOf(burst.Case, item, "move") is { } suspended)
        {
            return suspended;
        }

        var instance = Standing(burst, item);
        var scope = burst.ScopeOf(instance)!;
        if (burst.ContentOf(scope).Content.FindNode(command.ElementId) is not { } target || target is not (Activity or EndEvent) || target.Id == instance.ElementId)
        {
            return new Rejected(RejectionCode.StepNotPassed, $"Expected another task or end beside '{instance.ElementId}', but '{command.ElementId}' is none.", item.Name, command.ElementId);
        }

        if (Halt(burst, scope, instance, target) is { } halt)
        {
            return new Rejected(RejectionCode.CannotEnd, $"Expected case '{number}' to be able to end from '{target.Id}', but it would come to a halt at '{halt}'.", number, target.Label);
        }

        burst.Emit(new CaseJumped(item.Id, instance.ElementId, target.Id, command.Reason, Working.HolderOf(burst.Actor), burst.Now));
        Elements.Cancel(burst, instance, isUndone: true);
        Elements.Enter(burst, burst.Current(scope), target, [], instance.Id);

        return null;
    }

    // The element that holds the token: the countersign as a whole, and the step that waits for another one.
    private static ElementInstance Standing(Burst burst, WorkItem item)
    {
        var instance = burst.Case.Instances[item.InstanceId];
        while (instance.LoopCounter is not null || instance.ReturnsTo is not null)
        {
            instance = burst.ScopeOf(instance)!;
        }

        return instance;
    }

    private static string? Halt(Burst burst, ElementInstance scope, ElementInstance left, FlowNode target)
    {
        var now = ScopeStandings.Of(burst, scope);
        var elements = now.Elements.ToList();
        elements.Remove(left.ElementId);

        return burst.Definitions.Ends.From(scope, burst.ContentOf(scope), now with { Elements = [.. elements, target.Id] }, forbidsMeeting: true).Flaws is [var flaw, ..] ? flaw.ElementId : null;
    }
}
