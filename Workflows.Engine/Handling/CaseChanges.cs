namespace Workflows.Engine.Handling;

/// <summary>Tells the screens of this process which cases have changed, after the commit; those of other nodes a moment later.</summary>
/// <remarks>A hint to look again, not a record: nobody may rely on hearing of every change.</remarks>
public sealed class CaseChanges(ILogger<CaseChanges> log)
{
    private event Action<CaseChanged>? Changed;

    private event Action<CaseChanged>? ChangedHere;

    /// <summary>Calls <paramref name="listener"/> after every change until the result is disposed; it is called on the thread of the command and must not wait.</summary>
    public IDisposable Subscribe(Action<CaseChanged> listener)
    {
        Changed += listener;
        return new Subscription(() => Changed -= listener);
    }

    /// <summary>As <see cref="Subscribe"/>, but only for what this process has changed itself.</summary>
    internal IDisposable SubscribeHere(Action<CaseChanged> listener)
    {
        ChangedHere += listener;
        return new Subscription(() => ChangedHere -= listener);
    }

    internal void Publish(CaseChanged change)
    {
        ChangedHere?.Invoke(change);
        Relay(change);
    }

    /// <summary>Passes on what another node has changed.</summary>
    internal void Relay(CaseChanged change)
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
