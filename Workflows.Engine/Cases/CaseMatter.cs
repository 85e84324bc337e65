using System.Collections.Immutable;
using Workflows.Definitions.Matters;
using Workflows.Engine.Ratings;

namespace Workflows.Engine.Cases;

/// <summary>A matter (事项) in a case.</summary>
/// <param name="AcceptedOn">受理日, or null before acceptance.</param>
/// <param name="SilentConsent">默认通过, or null where somebody decided.</param>
/// <param name="Rating">好差评, or null where the applicant has not said anything.</param>
public sealed record CaseMatter(
    string Code,
    int Version,
    string Name,
    string Department,
    MatterState State,
    DateOnly? AcceptedOn,
    bool AcceptedBySilence,
    SilentConsent? SilentConsent = null,
    Rating? Rating = null)
{
    public ImmutableList<IssuedResult> Results { get; init; } = [];

    /// <summary>A matter that was received and not yet looked at (已接件).</summary>
    public static CaseMatter Received(MatterDefinition matter) =>
        new(matter.Code, matter.Version, matter.Name, matter.Department, MatterState.Received, null, false);

    public bool HasEnded => State is MatterState.CompletedApproved or MatterState.CompletedApprovedOnTolerance or MatterState.CompletedRefused
        or MatterState.AcceptanceRefused or MatterState.NotWithinScope or MatterState.Withdrawn or MatterState.Recalled or MatterState.Revoked;
}

/// <summary>Approval by silence (超时默认): its own outcome, with who answers for it.</summary>
/// <param name="On">The first day after the limit.</param>
/// <param name="LiableDepartment">The department that did not decide, by code.</param>
public sealed record SilentConsent(DateOnly On, string Basis, string LiableDepartment);

/// <summary>A result document (结果文书) that was issued.</summary>
public sealed record IssuedResult(string Code, string Name, string Number, DateOnly IssuedOn, DateOnly? ValidUntil);
