namespace Workflows.Engine.Handling;

/// <summary>Tells the screens of this process which cases have changed, after the commit.</summary>
/// <remarks>A hint to look again, not a record: another node's changes are not told here, and nobody may rely on hearing of every one.</remarks>
public sealed class CaseChanges(ILogger<CaseChanges> log)
{
    private event Action<CaseChanged>? Changed;

    /// <summary>Calls <paramref name="listener"/> after every change until the result is disposed; it is called on the thread of the command and must not wait.</summary>
    public IDisposable Subscribe(Action<CaseChanged> listener)
    {
        Changed += listener;
        return new Subscription(() => Changed -= listener);
    }

    internal void Publish(CaseChanged change)
    {
        foreach (var listener in Changed?.GetInvocationList() ?? [])
        {
            try
            {
                ((Action<CaseChanged>)listener)(change);
            }
            catch (Exception exception)
            {
                // The command has been committed: a screen that fails must not make it look refused.
                log.LogError(exception, "A listener to the changes of case {CaseId} failed.", change.CaseId);
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <param name="Departments">The departments that take part in the case.</param>
public sealed record CaseChanged(string CaseId, string Number, int Sequence, IReadOnlyCollection<string> Departments);
