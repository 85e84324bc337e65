using System.Globalization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Correction (补正): one notice names everything that is missing, and the clocks stand until it is answered.</summary>
internal static class Correcting
{
    public const string Operation = "correct";

    private const string Basis = "《中华人民共和国行政许可法》第三十二条";

    public static Rejected? Request(Burst burst, RequestCorrection command)
    {
        if (Working.Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (!Working.IsOpenTo(burst.Actor, item))
        {
            return Working.NotMovable(burst.Actor, item, "request a correction for");
        }

        if (Suspending.RefusalOf(burst.Case, item, "request a correction for") is { } suspended)
        {
            return suspended;
        }

        var task = (UserTask)burst.NodeOf(burst.Case.Instances[item.InstanceId])!;
        if (!task.Approval.Operations.Contains(Operation))
        {
            return new Rejected(RejectionCode.OperationNotAllowed, $"Expected work item '{item.Id}' to allow corrections, but its definition does not.", item.Name);
        }

        if (command.Points.Count == 0 || string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Rejected(
                RejectionCode.OpinionRequired,
                $"Expected a correction of work item '{item.Id}' to name what is missing and why, but it does not.",
                item.Name,
                "补正");
        }

        if (Consenting.RefusalOfMissing(burst, command.Points) is { } missing)
        {
            return missing;
        }

        if (OneTimeNotice.RefusalOf(burst, item, command.Points) is { } late)
        {
            return late;
        }

        Stop(burst, item, command);

        return null;
    }

    public static Rejected? Answer(Burst burst, AnswerCorrection command)
    {
        if (!burst.Case.Corrections.TryGetValue(command.CorrectionId, out var correction))
        {
            return new Rejected(
                RejectionCode.NotFound,
                $"Expected correction '{command.CorrectionId}' of case '{burst.Case.Number}', but there is no such correction.",
                command.CorrectionId.ToString(CultureInfo.InvariantCulture));
        }

        if (!burst.Actor.Is(Role.WindowClerk) && !burst.Actor.Is(Role.Applicant))
        {
            return new Rejected(
                RejectionCode.NotEntitled,
                $"Expected the window or the applicant to answer correction '{correction.NoticeNumber}', but '{burst.Actor.AccountId}' is neither.",
                correction.NoticeNumber,
                Role.WindowClerk);
        }

        if (!correction.IsOpen)
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected correction '{correction.NoticeNumber}' to be open, but it is not.", correction.NoticeNumber, "answered");
        }

        if (command.Materials.Count == 0 && command.Form is null)
        {
            return new Rejected(
                RejectionCode.InvalidApplication,
                $"Expected the answer to correction '{correction.NoticeNumber}' to bring a material or a changed field, but it brings none.",
                correction.NoticeNumber);
        }

        Resume(burst, correction, command);

        return null;
    }

    private static void Stop(Burst burst, WorkItem item, RequestCorrection command)
    {
        if (item.State is WorkItemState.Offered)
        {
            burst.Emit(new WorkItemClaimed(item.Id, Working.HolderOf(burst.Actor), burst.Now));
        }

        var notice = $"{burst.Case.Number}-B{burst.Case.Corrections.Count + 1}";
        burst.Emit(new CorrectionRequested(new Correction(
            burst.NextId,
            item.Id,
            item.Matter,
            notice,
            command.Points,
            command.Reason,
            burst.Actor.Name,
            burst.Now)));
        var stop = new ClockStop(StopKind.Correction, Basis, burst.Actor.Name, notice, command.Reason, MatterProgress.Today(burst), StoppedAt: burst.Now);
        MatterClocks.Stop(burst, clock => MatterClocks.IsHeldByStep(clock, item.Matter, item.Id), stop);
        if (item.Matter is { } matter)
        {
            burst.Emit(new MatterStateChanged(matter, MatterState.CorrectionStarted, burst.Now));
        }
    }

    private static void Resume(Burst burst, Correction correction, AnswerCorrection command)
    {
        foreach (var material in command.Materials)
        {
            burst.Emit(new MaterialReceived(material, correction.Id));
        }

        var brought = new Answered([.. command.Materials.Select(material => material.Code)], OneTimeNotice.NewFacts(burst.Case, command.Form));
        if (command.Form is { } changed && burst.Case.Variables["form"] is FeelContext form)
        {
            var merged = form.With(changed);
            burst.Emit(new VariablesSet(null, FeelContext.Empty.With("form", merged)));
        }

        burst.Emit(new CorrectionAnswered(correction.Id, command.Note, burst.Now, brought));
        MatterClocks.Resume(burst, correction.NoticeNumber);
        if (correction.Matter is { } matter)
        {
            burst.Emit(new MatterStateChanged(matter, MatterState.CorrectionEnded, burst.Now));
        }
    }
}
