using Workflows.Definitions.Processes;

namespace Workflows.Engine.Execution;

/// <summary>A transaction that is cancelled: everything in it ends, is compensated, then its cancel event is passed (BPMN 2.0.2 §10.3.6).</summary>
internal static class Transactions
{
    public static void Cancel(Burst burst, ElementInstance from)
    {
        var transaction = burst.ScopeOf(from);
        while (transaction is not null && burst.NodeOf(transaction) is not Transaction)
        {
            transaction = burst.ScopeOf(transaction);
        }

        if (transaction is null)
        {
            Elements.RaiseIncident(burst, from, $"Expected cancel event '{from.ElementId}' to be inside a transaction, but it is not.");

            return;
        }

        Elements.CancelContent(burst, transaction);
        Compensation.Cancel(burst, transaction);
    }

    /// <summary>The compensation of a cancelled transaction is done.</summary>
    public static void Cancelled(Burst burst, ElementInstance transaction)
    {
        var scope = burst.ScopeOf(transaction)!;
        var boundary = Catching.BoundariesOf(burst, transaction).FirstOrDefault(b => b.Definitions.Any(d => d is CancelEventDefinition));
        Elements.Cancel(burst, transaction);
        if (boundary is not null)
        {
            Scopes.Happened(burst, scope, boundary, transaction.Id);
        }
        else
        {
            Scopes.Check(burst, scope);
        }
    }
}
