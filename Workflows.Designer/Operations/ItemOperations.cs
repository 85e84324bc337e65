using Workflows.Engine.Cases;
using Workflows.Engine.Countersigning;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Operations;

/// <summary>The operations of one work item that its reader is allowed now.</summary>
internal static class ItemOperations
{
    public static IReadOnlyList<Operation> Of(OperationTrial trial, WorkItem item, OperationPeople people)
    {
        var department = people.Choices(person => person.Department == item.Department);
        var assigning = item.Holder is null ? ReasonNeed.Optional : ReasonNeed.Required;
        Operation?[] operations =
        [
            trial.Allowed(new Operation(OperationKind.Assign, assigning, entry => new AssignWorkItem(item.Id, people.Person(entry.Choice), entry.Note)), department),
            trial.Allowed(new Operation(OperationKind.Delegate, ReasonNeed.Required, entry => new DelegateWorkItem(item.Id, people.Person(entry.Choice), entry.Reason)), department),
            trial.Allowed(new Operation(OperationKind.HandBack, ReasonNeed.Optional, entry => new HandBackWorkItem(item.Id, entry.Note))),
            trial.Allowed(AddSigner(OperationKind.AddSignerBefore, SignerPlace.Before, item, people), people.Choices(person => person.Department is not null)),
            trial.Allowed(AddSigner(OperationKind.AddSignerAfter, SignerPlace.After, item, people), people.Choices(person => person.Department is not null)),
            trial.Allowed(
                new Operation(OperationKind.RemoveSigner, ReasonNeed.Required, entry => new RemoveSigner(item.Id, ItemChoices.Id(entry), entry.Reason)),
                ItemChoices.Of(trial.View.Case, people, other => other.IsOpen && other.ElementId == item.ElementId && other.Id != item.Id)),
            trial.Allowed(new Operation(OperationKind.Recall, ReasonNeed.Required, entry => new RecallWorkItem(item.Id, entry.Reason))),
            trial.Allowed(new Operation(OperationKind.Remind, ReasonNeed.Optional, entry => new RemindWorkItem(item.Id, entry.Note))),
            .. CommonOperations.Of(trial, people, item.Id),
        ];

        return [.. operations.OfType<Operation>()];
    }

    private static Operation AddSigner(OperationKind kind, SignerPlace place, WorkItem item, OperationPeople people) =>
        new(kind, ReasonNeed.Required, entry => new AddSigner(item.Id, people.Person(entry.Choice), place, entry.Reason));
}
