using Workflows.Definitions.Processes;
using Workflows.Engine.Countersigning;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Adds signers to a countersign (加签) and takes them away (减签), where its definition allows it.</summary>
internal static class Signers
{
    public const string Adding = "add-signer";
    public const string Removing = "remove-signer";

    public static Rejected? Add(Burst burst, AddSigner command)
    {
        if (Working.Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (!Working.IsOpenTo(burst.Actor, item))
        {
            return Working.NotMovable(burst.Actor, item, "add a signer to");
        }

        if (NotAllowed(burst, item, Adding, command.Reason, "加签", out var signature, out var task) is { } refused)
        {
            return refused;
        }

        if (WhyNot(burst, item, burst.ScopeOf(signature)!, command.Signer) is { } reason)
        {
            return reason;
        }

        var by = Working.HolderOf(burst.Actor);
        if (item.State is WorkItemState.Offered)
        {
            burst.Emit(new WorkItemClaimed(item.Id, by, burst.Now));
        }

        var isBefore = command.Place is SignerPlace.Before;
        var signer = new AddedSigner(
            Working.HolderOf(command.Signer), command.Signer.Department!, by, command.Reason, isBefore ? item.Id : null, isBefore ? null : signature.Id);
        burst.Emit(new SignerAdded(item.Id, signer.Who, signer.Department, command.Place, command.Reason, by, burst.Now));
        Countersigns.Add(burst, item, signature, task, signer);

        return null;
    }

    public static Rejected? Remove(Burst burst, RemoveSigner command)
    {
        if (Working.Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (!item.IsOpen || (item.Holder?.AccountId != burst.Actor.AccountId && !burst.Actor.Is(Role.DepartmentHead)))
        {
            return Working.NotMovable(burst.Actor, item, "take a signer away from");
        }

        if (NotAllowed(burst, item, Removing, command.Reason, "减签", out var own, out var task) is { } refused)
        {
            return refused;
        }

        var body = burst.ScopeOf(own)!;
        if (!burst.Case.WorkItems.TryGetValue(command.SignerItemId, out var removed) || removed.ElementId != item.ElementId || removed.Matter != item.Matter)
        {
            return new Rejected(RejectionCode.NotFound, $"Expected work item '{command.SignerItemId}' to be a signature of '{item.Name}', but it is not.", item.Name);
        }

        if (!removed.IsOpen || burst.Case.Instances[removed.InstanceId].ScopeId != body.Id)
        {
            return Working.NotMovable(burst.Actor, removed, "take away");
        }

        if (removed.Holder?.AccountId == burst.Actor.AccountId)
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected somebody else to take '{burst.Actor.AccountId}' away from '{item.Name}', but it is their own signature.", item.Name, Role.DepartmentHead);
        }

        if (body.Loop!.Expected <= 1)
        {
            return new Rejected(RejectionCode.LastSigner, $"Expected a signer of '{item.Name}' to be left, but work item '{removed.Id}' is the last.", item.Name);
        }

        burst.Emit(new SignerRemoved(removed.Id, removed.Holder, command.Reason, Working.HolderOf(burst.Actor), burst.Now));
        Countersigns.Remove(burst, burst.Case.Instances[removed.InstanceId], task);

        return null;
    }

    private static Rejected? NotAllowed(Burst burst, WorkItem item, string operation, string reason, string act, out ElementInstance signature, out UserTask task)
    {
        signature = burst.Case.Instances[item.InstanceId];
        task = (UserTask)burst.NodeOf(signature)!;
        if (signature.LoopCounter is null || task.Loop is not MultiInstance || !task.Approval.Operations.Contains(operation))
        {
            return new Rejected(RejectionCode.OperationNotAllowed, $"Expected work item '{item.Id}' to be of a countersign that allows '{operation}', but its definition does not.", item.Name);
        }

        return string.IsNullOrWhiteSpace(reason)
            ? new Rejected(RejectionCode.OpinionRequired, $"Expected reasons for '{operation}' at work item '{item.Id}', but there are none.", item.Name, act)
            : null;
    }

    private static Rejected? WhyNot(Burst burst, WorkItem item, ElementInstance body, Actor signer)
    {
        if (signer.Department is null || !item.IsFor(signer))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected post '{item.Role}' for signing '{item.Name}', but '{signer.AccountId}' has not that post.", item.Name, item.Role);
        }

        if (burst.Case.Exclusions.ContainsKey(signer.AccountId))
        {
            return Working.Excluded(burst.Case, signer);
        }

        var signing = body.Loop!.Signing ?? Signing.None;
        var atWork = burst.ChildrenOf(body).Select(one => one.Id).ToHashSet();
        var signers = signing.Given.Select(given => given.By)
            .Concat(signing.ToCome.Select(one => one.Who))
            .Concat(burst.Case.WorkItems.Values.Where(one => one.IsOpen && atWork.Contains(one.InstanceId)).SelectMany(one => new[] { one.Holder, one.DelegatedBy }).OfType<Holder>())
            .Append(Working.HolderOf(burst.Actor));

        return signers.Any(one => one.AccountId == signer.AccountId)
            ? new Rejected(RejectionCode.AlreadySigner, $"Expected '{signer.AccountId}' not to sign '{item.Name}' yet, but '{signer.Name}' does.", item.Name, signer.Name)
            : null;
    }
}
