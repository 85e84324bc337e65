namespace Workflows.Definitions.Matters;

/// <summary>How a matter came out, as the process that called for it reads it: <c>registration.outcome = "approved"</c>.</summary>
public static class MatterOutcome
{
    public const string Approved = "approved";

    public const string Refused = "refused";

    /// <summary>Both, the good one first.</summary>
    public static readonly IReadOnlyList<string> All = [Approved, Refused];

    /// <summary>Whatever is not approved is refused: what depends on it cannot go on.</summary>
    public static string Of(MatterState state) =>
        state is MatterState.CompletedApproved or MatterState.CompletedApprovedOnTolerance ? Approved : Refused;
}
