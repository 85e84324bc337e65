using Workflows.Definitions.Matters;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Procedures;

/// <summary>A special procedure (特别程序): a legal act whose time does not count, with its own planned end.</summary>
/// <param name="Matter">The matter at whose step it was opened.</param>
/// <param name="Holds">What stands while it is open.</param>
/// <param name="Department">The department that opened it, by code.</param>
/// <param name="Notice">The number of the written notice to the applicant.</param>
public sealed record SpecialProcedure(
    int Id,
    StopKind Kind,
    string Matter,
    StopScope Holds,
    string Department,
    string Basis,
    string Approver,
    string Notice,
    string Reason,
    DateOnly PlannedEndOn,
    string OpenedBy,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt = null,
    string? Result = null,
    string? ClosedBy = null)
{
    public bool IsOpen => ClosedAt is null;

    /// <summary>True for the clocks that stand while it is open.</summary>
    public bool Measures(Clock clock) => Holds is StopScope.Case || clock.Matter == Matter;

    public ClockStop Stop(DateOnly on, DateTimeOffset at) =>
        new(Kind, Basis, OpenedBy, Notice, Reason, on, StoppedAt: at, Approver: Approver, PlannedEndOn: PlannedEndOn);
}
