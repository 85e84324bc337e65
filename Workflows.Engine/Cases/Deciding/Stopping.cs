using System.Globalization;
using Workflows.Definitions.Matters;
using Workflows.Engine.Approvals;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;
using Workflows.Engine.Procedures;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Special procedures (特别程序, 行政许可法 45): opened and closed as acts with basis, approver, notice, planned end and result.</summary>
internal static class Stopping
{
    public static Rejected? Open(Burst burst, OpenSpecialProcedure command)
    {
        if (Working.Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (!Working.IsOpenTo(burst.Actor, item))
        {
            return Working.NotMovable(burst.Actor, item, "open a special procedure for");
        }

        if (item.Matter is not { } matter || RuleOf(burst, matter, command.Kind) is not { } rule)
        {
            return new Rejected(
                RejectionCode.OperationNotAllowed,
                $"Expected work item '{item.Id}' to be for a matter that allows '{command.Kind}', but its definition does not.",
                item.Name);
        }

        if (Missing(command) is { } missing)
        {
            return new Rejected(RejectionCode.BasisRequired, $"Expected '{command.Kind}' of work item '{item.Id}' to have {missing.English}, but it has none.", item.Name, missing.Chinese);
        }

        return Contradiction(burst, item, matter, rule, command) ?? Begin(burst, item, matter, rule, command);
    }

    public static Rejected? Close(Burst burst, CloseSpecialProcedure command)
    {
        if (!burst.Case.Procedures.TryGetValue(command.ProcedureId, out var procedure))
        {
            return new Rejected(
                RejectionCode.NotFound,
                $"Expected special procedure '{command.ProcedureId}' of case '{burst.Case.Number}', but there is no such procedure.",
                command.ProcedureId.ToString(CultureInfo.InvariantCulture));
        }

        if (!MayClose(burst.Actor, procedure))
        {
            return new Rejected(
                RejectionCode.NotEntitled,
                $"Expected department '{procedure.Department}' to close special procedure '{procedure.Notice}', but '{burst.Actor.AccountId}' is not of it.",
                procedure.Notice,
                Role.Officer);
        }

        if (!procedure.IsOpen)
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected special procedure '{procedure.Notice}' to be open, but it was closed at {procedure.ClosedAt:O}.", procedure.Notice, "closed");
        }

        if (string.IsNullOrWhiteSpace(command.Result))
        {
            return new Rejected(RejectionCode.BasisRequired, $"Expected special procedure '{procedure.Notice}' to end with a result, but it has none.", procedure.Notice, "结果");
        }

        burst.Emit(new SpecialProcedureClosed(procedure.Id, command.Result, burst.Actor.Name, burst.Now));
        MatterClocks.Resume(burst, procedure.Notice);
        MatterClocks.EndProcedure(burst, procedure.Id);
        if (!burst.Case.Matters[procedure.Matter].HasEnded)
        {
            burst.Emit(new MatterStateChanged(procedure.Matter, MatterState.SpecialProcedureEnded, burst.Now));
        }

        return null;
    }

    private static Rejected? Contradiction(Burst burst, WorkItem item, string matter, SpecialProcedureRule rule, OpenSpecialProcedure command)
    {
        var today = MatterProgress.Today(burst);
        if (command.PlannedEndOn <= today)
        {
            return new Rejected(
                RejectionCode.BasisRequired,
                $"Expected '{command.Kind}' of work item '{item.Id}' to have a planned end after {today:O}, but it is {command.PlannedEndOn:O}.",
                item.Name,
                "今日之后的计划结束日期");
        }

        if (rule.Longest is { } longest && Length(burst, longest.Unit, command.PlannedEndOn) is var planned && planned > longest.Amount)
        {
            return new Rejected(
                RejectionCode.TooLong,
                $"Expected '{command.Kind}' of work item '{item.Id}' to take at most {longest.Amount} {longest.Unit}, but it is planned for {planned}.",
                item.Name,
                longest.Amount.ToString(CultureInfo.InvariantCulture),
                planned.ToString(CultureInfo.InvariantCulture));
        }

        var standing = burst.Case.Clocks.Values.FirstOrDefault(clock => clock.IsStopped && (rule.Holds is StopScope.Case || clock.Matter == matter));
        return standing is null ? null : new Rejected(
            RejectionCode.AlreadyStopped,
            $"Expected the clocks of work item '{item.Id}' to run, but notice '{standing.Stops[^1].Document}' has stopped them since {standing.Stops[^1].StoppedOn:O}.",
            item.Name,
            standing.Stops[^1].Document);
    }

    private static Rejected? Begin(Burst burst, WorkItem item, string matter, SpecialProcedureRule rule, OpenSpecialProcedure command)
    {
        if (item.State is WorkItemState.Offered)
        {
            burst.Emit(new WorkItemClaimed(item.Id, Working.HolderOf(burst.Actor), burst.Now));
        }

        var procedure = new SpecialProcedure(
            burst.NextId,
            command.Kind,
            matter,
            rule.Holds,
            item.Department,
            command.Basis,
            command.Approver,
            command.Notice,
            command.Reason,
            command.PlannedEndOn,
            burst.Actor.Name,
            burst.Now);
        var today = MatterProgress.Today(burst);
        burst.Emit(new SpecialProcedureOpened(procedure));
        MatterClocks.Stop(burst, procedure.Measures, procedure.Stop(today, burst.Now));
        var unit = rule.Longest?.Unit ?? TimeUnit.WorkingDays;
        var limit = new TimeLimit(Length(burst, unit, command.PlannedEndOn), unit, ClockKind.SpecialProcedure, Basis: command.Basis);
        MatterClocks.Start(burst, limit, today, matter, null, procedure.Id);
        burst.Emit(new MatterStateChanged(matter, MatterState.SpecialProcedureStarted, burst.Now));

        return null;
    }

    private static SpecialProcedureRule? RuleOf(Burst burst, string matter, StopKind kind) =>
        burst.Definitions.Matter(matter)?.SpecialProcedures.FirstOrDefault(rule => rule.Kind == kind);

    // A planned end on a day off is one day after the last working day before it, never none.
    private static int Length(Burst burst, TimeUnit unit, DateOnly until)
    {
        var today = MatterProgress.Today(burst);
        return unit is TimeUnit.NaturalDays
            ? until.DayNumber - today.DayNumber
            : Math.Max(1, burst.Definitions.Calendar.CountWorkingDays(today, until));
    }

    private static bool MayClose(Actor actor, SpecialProcedure procedure) =>
        (actor.Department == procedure.Department && (actor.Is(Role.Officer) || actor.Is(Role.DepartmentHead) || actor.Is(Role.WindowClerk)))
        || (procedure.Kind is StopKind.Suspension && (actor.Is(Role.Applicant) || actor.Is(Role.WindowClerk)));

    private static (string English, string Chinese)? Missing(OpenSpecialProcedure command) => command switch
    {
        _ when string.IsNullOrWhiteSpace(command.Basis) => ("a legal basis", "法律依据"),
        _ when string.IsNullOrWhiteSpace(command.Approver) => ("an approver", "批准人"),
        _ when string.IsNullOrWhiteSpace(command.Notice) => ("a written notice", "书面告知文号"),
        _ when string.IsNullOrWhiteSpace(command.Reason) => ("reasons", "理由"),
        _ => null,
    };
}
