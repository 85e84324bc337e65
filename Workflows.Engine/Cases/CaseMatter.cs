using System.Collections.Immutable;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Cases;

/// <summary>A matter (事项) in a case.</summary>
/// <param name="AcceptedOn">受理日, or null before acceptance.</param>
public sealed record CaseMatter(string Code, int Version, string Name, string Department, MatterState State, DateOnly? AcceptedOn, bool AcceptedBySilence)
{
    public ImmutableList<IssuedResult> Results { get; init; } = [];

    /// <summary>A matter that was received and not yet looked at (已接件).</summary>
    public static CaseMatter Received(MatterDefinition matter) =>
        new(matter.Code, matter.Version, matter.Name, matter.Department, MatterState.Received, null, false);

    public bool HasEnded => State is MatterState.CompletedApproved or MatterState.CompletedApprovedOnTolerance or MatterState.CompletedRefused
        or MatterState.AcceptanceRefused or MatterState.NotWithinScope or MatterState.Withdrawn or MatterState.Recalled or MatterState.Revoked;
}

/// <summary>A result document (结果文书) that was issued.</summary>
public sealed record IssuedResult(string Code, string Name, string Number, DateOnly IssuedOn, DateOnly? ValidUntil);
