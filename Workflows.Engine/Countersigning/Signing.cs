using System.Collections.Immutable;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Countersigning;

/// <summary>The signatures of a countersign (会签), and what officers changed of its signers.</summary>
/// <param name="Added">How many signers were added (加签), those to come among them.</param>
/// <param name="Removed">How many were removed (减签) before they signed.</param>
/// <param name="ToCome">Added signers who wait for somebody else's signature.</param>
/// <param name="Given">The signatures, in order.</param>
public sealed record Signing(int Added, int Removed, ImmutableList<AddedSigner> ToCome, ImmutableList<Signature> Given)
{
    public static readonly Signing None = new(0, 0, [], []);
}

/// <summary>A signature.</summary>
/// <param name="Votes">Its weight; 1 where signatures are not weighed.</param>
public sealed record Signature(int WorkItemId, Holder By, string Outcome, string? Opinion, decimal Votes, DateTimeOffset At);

/// <summary>Somebody who was asked to sign beside those whom the definition asks (加签).</summary>
/// <param name="Department">The signer's department, which gets the work item.</param>
/// <param name="BeforeItemId">The work item that waits for the signature; null where none does.</param>
/// <param name="AfterInstanceId">The signature that comes first; null where none does.</param>
public sealed record AddedSigner(Holder Who, string Department, Holder By, string Reason, int? BeforeItemId, int? AfterInstanceId);

/// <summary>Where an added signer signs.</summary>
public enum SignerPlace
{
    /// <summary>前加签: before the officer who adds, whose work item waits.</summary>
    Before,

    /// <summary>后加签: after the officer who adds has signed.</summary>
    After,
}
