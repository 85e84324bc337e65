namespace Workflows.Definitions.Processes;

/// <summary>How the signatures (会签) of a multi-instance user task make one result.</summary>
/// <param name="Agrees">The code of the outcome that agrees; null for the task's first.</param>
/// <param name="Weight">FEEL for the votes of one signer; null for one vote each. Only for <see cref="CountersignKind.Votes"/>.</param>
/// <param name="Threshold">FEEL for the votes that have to agree. Only for <see cref="CountersignKind.Votes"/>, which has to have one.</param>
public sealed record Countersign(CountersignKind Kind, string? Agrees, string? Weight, string? Threshold);

public enum CountersignKind
{
    /// <summary>会签: all have to agree; the first who does not ends it.</summary>
    All,

    /// <summary>或签: the first signature decides.</summary>
    Any,

    /// <summary>票签: as many votes have to agree as the threshold says; it ends when the threshold is reached or cannot be reached any more.</summary>
    Votes,
}
