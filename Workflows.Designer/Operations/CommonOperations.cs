using Workflows.Engine.Cases;

namespace Workflows.Designer.Operations;

/// <summary>The operations that a work item and its case have in common.</summary>
internal static class CommonOperations
{
    /// <param name="workItemId">What a comment is about; null for the case as a whole.</param>
    public static IEnumerable<Operation?> Of(OperationTrial trial, OperationPeople people, int? workItemId)
    {
        var actor = trial.Actor;
        yield return trial.Allowed(
            new Operation(OperationKind.Copy, ReasonNeed.Optional, entry => new CopyCase([.. entry.Chosen.Select(people.Person)], entry.Note)) { TakesMany = true },
            people.Choices(person => person.AccountId != actor.AccountId));
        yield return trial.Allowed(new Operation(OperationKind.Read, ReasonNeed.None, _ => new MarkCopyRead()));
        yield return trial.Allowed(new Operation(OperationKind.Comment, ReasonNeed.Required, entry => new CommentOnCase(entry.Reason.Trim(), workItemId)));
        yield return trial.Allowed(
            new Operation(OperationKind.Exclude, ReasonNeed.Required, entry => new ExcludeOfficer(people.Person(entry.Choice), entry.Reason)),
            people.Choices(person => person.AccountId == actor.AccountId || (person.Department is not null && (person.Department == actor.Department || actor.Is(Role.Administrator)))));
    }
}
