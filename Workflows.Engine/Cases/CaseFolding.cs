namespace Workflows.Engine.Cases;

/// <summary>Folds events into the case. Only assigns: it refuses nothing, counts nothing and asks nobody.</summary>
public static class CaseFolding
{
    public static Case Start(CaseStarted started) => throw new NotImplementedException();

    public static Case Apply(Case state, CaseEvent @event) => throw new NotImplementedException();

    /// <summary>The case that a journal tells of.</summary>
    public static Case Replay(IEnumerable<CaseEvent> events) => throw new NotImplementedException();
}
