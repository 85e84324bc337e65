using System.Globalization;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Time;

/// <summary>How long a step may take, in working days.</summary>
/// <remarks>
/// Whose time it is decides whether it counts: the applicant's own time does not. What limits acceptance counts for the service, which the
/// applicant begins to wait for with the application, but not for a matter, whose promise runs from acceptance to the decision. Correction and
/// delivery have clocks of their own and count for neither (行政许可法 32, 42, 44).
/// </remarks>
public static class StepTime
{
    /// <summary>A working day has so many working hours.</summary>
    private const decimal HoursOfWorkingDay = 8;

    /// <summary>The days that count for a promise; 0 where the node has no limit that counts.</summary>
    /// <param name="fromReceipt">True to count from receipt to the end, false from acceptance to the decision.</param>
    public static decimal Of(FlowNode node, bool fromReceipt)
    {
        var limits = node.Approval.TimeLimits.Where(limit => Counts(limit.Owner)).ToList();
        var counted = limits.Where(limit => limit.Kind is ClockKind.Step or ClockKind.Promise or ClockKind.Statutory)
            .Concat(fromReceipt ? limits.Where(limit => limit.Kind is ClockKind.Acceptance) : [])
            .ToList();
        var isOutside = node.Approval.Step is StepKind.Acceptance or StepKind.Certificate or StepKind.Delivery;
        return isOutside && !fromReceipt ? 0
            : counted.Select(InWorkingDays).DefaultIfEmpty().Min();
    }

    /// <summary>A limit in working days: of natural days each may be a working day, of a promise in natural days five in seven are.</summary>
    public static decimal InWorkingDays(TimeLimit limit) => limit.Unit switch
    {
        TimeUnit.WorkingDays => limit.Amount,
        TimeUnit.HalfDays => limit.Amount / 2,
        TimeUnit.WorkingHours => limit.Amount / HoursOfWorkingDay,
        TimeUnit.NaturalDays => IsPromise(limit) ? limit.Amount * 5 / 7 : limit.Amount,
        _ => (IsPromise(limit) ? limit.Amount * 5 / 7 : limit.Amount) / 24,
    };

    public static string Text(decimal days) => days.ToString("0.##", CultureInfo.InvariantCulture);

    private static bool Counts(TimeOwner owner) => owner is TimeOwner.Government or TimeOwner.GovernmentIntermediary or TimeOwner.Utility;

    private static bool IsPromise(TimeLimit limit) => limit.Kind is ClockKind.Promise or ClockKind.Statutory;
}
