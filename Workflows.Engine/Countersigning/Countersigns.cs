using System.Globalization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;
using Workflows.Engine.Cases;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Countersigning;

/// <summary>A countersign (会签) from signature to signature: each repetition of a multi-instance user task is one signer's.</summary>
internal static class Countersigns
{
    /// <summary>How the signatures make one result; null where the instance is no signature of a countersign, or each stands for itself.</summary>
    public static Countersign? RuleOf(Burst burst, ElementInstance instance) =>
        instance.LoopCounter is not null && burst.NodeOf(instance) is UserTask { Loop: MultiInstance { Countersign: { } rule } } ? rule : null;

    /// <summary>Keeps a signature; nothing where the instance is none.</summary>
    public static void Sign(Burst burst, ElementInstance instance, Signature signature)
    {
        if (instance.LoopCounter is null || burst.NodeOf(instance) is not UserTask { Loop: MultiInstance multiple })
        {
            return;
        }

        var votes = multiple.Countersign is { } rule ? CountersignResult.Votes(burst, rule, Variables.SeenBy(burst, burst.Current(instance))) ?? 0 : 1;
        Change(burst, burst.ScopeOf(instance)!, signing => signing with { Given = signing.Given.Add(signature with { Votes = votes }) });
    }

    /// <summary>Somebody else is to sign before or after the signature of an item.</summary>
    public static void Add(Burst burst, WorkItem item, ElementInstance signature, UserTask task, AddedSigner signer)
    {
        var body = burst.ScopeOf(signature)!;
        if (signer.BeforeItemId is not null)
        {
            burst.Emit(new WorkItemWaits(item.Id));
            Change(burst, body, signing => signing with { Added = signing.Added + 1 });
            Loops.Repeat(burst, body, task, signer);
        }
        else
        {
            Change(burst, body, signing => signing with { Added = signing.Added + 1, ToCome = signing.ToCome.Add(signer) });
        }
    }

    /// <summary>Takes a signer away who has not signed.</summary>
    public static void Remove(Burst burst, ElementInstance signature, UserTask task)
    {
        var body = burst.ScopeOf(signature)!;
        Elements.Cancel(burst, signature);
        Change(burst, body, signing => signing with { Removed = signing.Removed + 1 });
        Loops.GoOn(burst, burst.Current(body), signature, task);
    }

    /// <summary>What waits for a signature goes on: the item of who asked for it, and those who sign after it.</summary>
    public static void Follow(Burst burst, ElementInstance body, ElementInstance signature, Activity activity)
    {
        if (signature.Signer?.BeforeItemId is { } waiting && burst.Case.WorkItems[waiting].State is WorkItemState.Waiting)
        {
            burst.Emit(new WorkItemCameBack(waiting));
        }

        foreach (var signer in body.Loop!.Signing?.ToCome.Where(signer => signer.AfterInstanceId == signature.Id).ToList() ?? [])
        {
            Change(burst, body, signing => signing with { ToCome = signing.ToCome.Remove(signer) });
            Loops.Repeat(burst, body, activity, signer);
        }
    }

    /// <summary>The countersign is over: its result is the step's.</summary>
    public static void End(Burst burst, ElementInstance body)
    {
        if (burst.NodeOf(body) is not UserTask { Loop: MultiInstance { Countersign: { } rule } } task)
        {
            return;
        }

        var code = CountersignResult.Of(burst, body, task, rule)!;
        var given = body.Loop!.Signing?.Given ?? [];
        var step = FeelContext.Empty
            .With("outcome", code)
            .With("votes", given.Where(signature => signature.Outcome == code).Sum(signature => signature.Votes))
            .With("signatures", new FeelList(given.Select(Value)))
            .With("on", MatterProgress.Today(burst).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Variables.SetAround(burst, body, Variables.Of(task.Id, step));
        if (task.Approval.Outcomes.FirstOrDefault(outcome => outcome.Code == code) is { } outcome)
        {
            MatterProgress.OutcomeGiven(burst, body, outcome, MatterProgress.Today(burst));
        }

        MatterProgress.StepDone(burst, body, task);
    }

    private static FeelContext Value(Signature signature) => FeelContext.Empty
        .With("by", signature.By.Name)
        .With("outcome", signature.Outcome)
        .With("opinion", signature.Opinion)
        .With("votes", signature.Votes);

    private static void Change(Burst burst, ElementInstance body, Func<Signing, Signing> change)
    {
        var current = burst.Current(body);
        burst.Emit(new ElementChanged(current with { Loop = current.Loop! with { Signing = change(current.Loop.Signing ?? Signing.None) } }));
    }
}
