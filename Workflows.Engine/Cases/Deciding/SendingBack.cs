using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;
using Workflows.Engine.Execution;
using Workflows.Engine.Returning;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Sends a work item back (退回) to a step that was done on the way to it.</summary>
internal static class SendingBack
{
    /// <summary>What the command is going to do.</summary>
    internal sealed record Move(WorkItem Item, EarlierStep Step, Rewind Rewind, SendBackPlan Plan);

    public static Rejected? SendBack(Burst burst, SendBack command)
    {
        if (Find(burst, command, out var move) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Rejected(RejectionCode.OpinionRequired, $"Expected reasons for sending work item '{move.Item.Id}' back, but there are none.", move.Item.Name, "退回");
        }

        if (command.Mark is { } mark && mark != move.Plan.Mark)
        {
            return new Rejected(
                RejectionCode.EffectChanged,
                $"Expected sending work item '{move.Item.Id}' back to do what was shown, but the case has moved on since.",
                move.Item.Name);
        }

        Do(burst, command, move);

        return null;
    }

    /// <summary>Why the item cannot be sent back there; null where it can, and what that does.</summary>
    internal static Rejected? Find(Burst burst, SendBack command, out Move move)
    {
        move = null!;
        if (burst.Case.Status is not CaseStatus.Running)
        {
            return new Rejected(RejectionCode.CaseHasEnded, $"Expected case '{burst.Case.Number}' to be running, but it is {burst.Case.Status}.", burst.Case.Number);
        }

        if (Working.Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (!Working.IsOpenTo(burst.Actor, item))
        {
            return Working.NotMovable(burst.Actor, item, "send back");
        }

        if (Suspending.RefusalOf(burst.Case, item, "send back") is { } suspended)
        {
            return suspended;
        }

        if (((UserTask)burst.NodeOf(burst.Case.Instances[item.InstanceId])!).Approval.SendBack is not { } rule)
        {
            return NotAllowed(item, "its definition does not");
        }

        var steps = EarlierSteps.Of(burst, item);
        if (steps.FirstOrDefault(one => one.Task.Id == command.To) is not { } step)
        {
            return new Rejected(
                RejectionCode.StepNotPassed,
                $"Expected work item '{item.Id}' to follow from step '{command.To}', but the way to it passed [{string.Join(", ", steps.Select(one => one.Task.Id))}].",
                item.Name,
                command.To);
        }

        var rewind = Rewind.Of(burst, step.Scope, step.Passage);
        if (WhyNot(burst, item, rule, step, steps, rewind, command.Afterwards) is { } reason)
        {
            return reason;
        }

        move = new Move(item, step, rewind, SendBackPlanner.Plan(burst, item, step, rewind, command.Afterwards));

        return null;
    }

    private static Rejected? WhyNot(Burst burst, WorkItem item, SendBackRule rule, EarlierStep step, IReadOnlyList<EarlierStep> steps, Rewind rewind, SendBackReturn afterwards)
    {
        if (!rule.Allows(step, steps))
        {
            return NotAllowed(item, $"its definition does not name step '{step.Task.Id}'");
        }

        if (!rule.Returns.Contains(afterwards) || (afterwards is SendBackReturn.Straight && step.Task.Loop is not null))
        {
            return NotAllowed(item, $"it may not come back '{afterwards}' from step '{step.Task.Id}'");
        }

        if (rewind.Undone.FirstOrDefault(passage => rewind.Node(burst, passage) is ComplexGateway) is { } gateway)
        {
            return NotAllowed(item, $"complex gateway '{gateway.ElementId}' has fired since step '{step.Task.Id}'");
        }

        return DecidedMatter(burst, rewind) is { } matter
            ? new Rejected(RejectionCode.MatterDecided, $"Expected nothing between step '{step.Task.Id}' and work item '{item.Id}' to be decided, but '{matter}' is.", item.Name, matter)
            : null;
    }

    private static void Do(Burst burst, SendBack command, Move move)
    {
        var (item, step) = (move.Item, move.Step);
        var by = Working.HolderOf(burst.Actor);
        if (item.State is WorkItemState.Offered)
        {
            burst.Emit(new WorkItemClaimed(item.Id, by, burst.Now));
        }

        burst.Emit(new StepSentBack(item.Id, step.Task.Id, command.Afterwards, command.Reason, by, burst.Now));
        if (command.Afterwards is SendBackReturn.Straight)
        {
            Detours.Begin(burst, burst.Case.WorkItems[item.Id], step);

            return;
        }

        burst.Emit(new WorkItemCompleted(item.Id, SendBackRule.Operation, "退回", command.Reason, by, burst.Now));
        MatterClocks.End(burst, clock => clock.WorkItemId == item.Id, met: true);
        move.Rewind.Do(burst);
    }

    // A decision has its effect outside: it is revoked by an act of its own, never by sending a file back.
    private static string? DecidedMatter(Burst burst, Rewind rewind)
    {
        var undone = rewind.Instances(burst.Case);
        var codes = burst.Case.WorkItems.Values.Where(item => undone.Contains(item.InstanceId)).Select(item => item.Matter)
            .Concat(burst.Case.Instances.Values.Where(instance => undone.Contains(instance.Id)).Select(instance => instance.Matter))
            .Append(rewind.Scope.Matter);
        var decided = codes.OfType<string>().Select(code => burst.Case.Matters[code]).FirstOrDefault(matter => matter.HasEnded)?.Name;

        return decided ?? rewind.Undone
            .Where(passage => !burst.Case.Instances.ContainsKey(passage.InstanceId))
            .Select(passage => rewind.Node(burst, passage))
            .FirstOrDefault(node => node.Approval.Matter is not null)?.Label;
    }

    private static Rejected NotAllowed(WorkItem item, string because) => new(
        RejectionCode.OperationNotAllowed,
        $"Expected work item '{item.Id}' to allow sending it back, but {because}.",
        item.Name);
}
