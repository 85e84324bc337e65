using System.Globalization;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Operations;

/// <summary>The operations of a case as a whole that its reader is allowed now.</summary>
internal static class CaseOperations
{
    private const string WholeCase = "";
    private const char Separator = '>';

    /// <param name="wholeCase">The words for the application as a whole.</param>
    public static IReadOnlyList<Operation> Of(OperationTrial trial, OperationPeople people, string wholeCase)
    {
        var state = trial.View.Case;
        Operation?[] operations =
        [
            trial.Allowed(
                new Operation(OperationKind.Recall, ReasonNeed.Required, entry => new RecallWorkItem(ItemChoices.Id(entry), entry.Reason)),
                ItemChoices.Of(state, people, item => item.State is WorkItemState.Completed && item.Holder?.AccountId == trial.Actor.AccountId)),
            trial.Allowed(
                new Operation(OperationKind.Remind, ReasonNeed.Optional, entry => new RemindWorkItem(ItemChoices.Id(entry), entry.Note)),
                ItemChoices.Of(state, people, item => item.IsOpen)),
            .. CommonOperations.Of(trial, people, null),
            trial.Allowed(
                new Operation(OperationKind.Withdraw, ReasonNeed.Required, entry => new WithdrawApplication(entry.Reason, entry.Choice == WholeCase ? null : entry.Choice)),
                [new OperationChoice(WholeCase, wholeCase), .. state.Matters.Values.Where(matter => !matter.HasEnded).Select(matter => new OperationChoice(matter.Code, matter.Name))]),
            trial.Actor.Is(Role.Administrator) ? trial.Allowed(new Operation(OperationKind.Jump, ReasonNeed.Required, Jump), Jumps(trial)) : null,
            trial.Allowed(new Operation(OperationKind.Terminate, ReasonNeed.Required, entry => new TerminateCase(entry.Basis.Trim(), entry.Document.Trim(), entry.Reason.Trim())) { NeedsDocument = true }),
        ];

        return [.. operations.OfType<Operation>()];
    }

    private static JumpTo Jump(OperationEntry entry)
    {
        var parts = entry.Choice.Split(Separator, 2);
        return new JumpTo(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], entry.Reason);
    }

    private static IEnumerable<OperationChoice> Jumps(OperationTrial trial) =>
        from item in trial.View.Case.WorkItems.Values
        where item.IsOpen
        from node in trial.View.Definitions.Processes.GetValueOrDefault(item.ProcessId)?.FindPlace(item.ElementId)?.Content.Nodes ?? []
        where node is Activity or EndEvent
        select new OperationChoice($"{item.Id.ToString(CultureInfo.InvariantCulture)}{Separator}{node.Id}", $"{item.Name} → {node.Label}");
}
