using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Operations;

/// <summary>Asks the engine what a command would do to the case as it is shown, without doing it.</summary>
/// <remarks>The engine's own decision is asked, so that no rule of who may do what is written a second time for the screens.</remarks>
public sealed class OperationTrial(CaseView view, Actor actor, DateTimeOffset now)
{
    public CaseView View => view;

    public Actor Actor => actor;

    public Decision Of(Operation operation, OperationEntry entry) =>
        CaseDecider.Decide(new CommandEnvelope("trial", view.Case.Id, actor, now, now, operation.Command(entry.Filled())), view.Case, view.Definitions);

    /// <summary>The operation with those of its choices that would be accepted; null where it would be refused whatever is chosen.</summary>
    /// <param name="choices">Null where there is nothing to choose.</param>
    public Operation? Allowed(Operation operation, IEnumerable<OperationChoice>? choices = null)
    {
        if (choices is null)
        {
            return Of(operation, OperationEntry.Of()) is Accepted ? operation : null;
        }

        var accepted = choices.Where(choice => Of(operation, OperationEntry.Of(choice.Code)) is Accepted).ToList();
        return accepted.Count > 0 ? operation with { Choices = accepted } : null;
    }
}
