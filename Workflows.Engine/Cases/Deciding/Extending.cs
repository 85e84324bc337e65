using System.Globalization;
using Workflows.Definitions.Matters;
using Workflows.Engine.Approvals;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Extensions (延期, 行政许可法 42): once, before the limit has passed, by who may approve it, with reasons that the applicant was told.</summary>
internal static class Extending
{
    public static Rejected? Extend(Burst burst, ExtendLimit command)
    {
        if (!burst.Case.Clocks.TryGetValue(command.ClockId, out var clock))
        {
            return new Rejected(
                RejectionCode.NotFound,
                $"Expected clock '{command.ClockId}' of case '{burst.Case.Number}', but there is no such clock.",
                command.ClockId.ToString(CultureInfo.InvariantCulture));
        }

        if (clock.Limit.Extension is not { } rule || !clock.IsRunning)
        {
            return new Rejected(RejectionCode.OperationNotAllowed, $"Expected clock '{clock.Id}' to run and to allow an extension, but it does not.", Name(burst, clock));
        }

        return Refusal(burst, command, clock, rule) ?? Grant(burst, command, clock, rule);
    }

    private static Rejected? Refusal(Burst burst, ExtendLimit command, Clock clock, ExtensionRule rule)
    {
        var department = rule.Approver is ExtensionApprover.OrganHead && clock.Matter is { } matter
            ? burst.Case.Matters[matter].Department
            : burst.Definitions.Service.LeadDepartment;
        if (burst.Actor.Department != department || !burst.Actor.Is(Role.DepartmentHead))
        {
            return new Rejected(
                RejectionCode.NotEntitled,
                $"Expected the head of department '{department}' to extend clock '{clock.Id}', but '{burst.Actor.AccountId}' is not.",
                Name(burst, clock),
                Role.DepartmentHead);
        }

        if (Missing(command) is { } missing)
        {
            return new Rejected(RejectionCode.BasisRequired, $"Expected the extension of clock '{clock.Id}' to have {missing.English}, but it has none.", Name(burst, clock), missing.Chinese);
        }

        if (clock.ExpiredOn is { } expired)
        {
            return new Rejected(
                RejectionCode.LimitExpired,
                $"Expected clock '{clock.Id}' to be extended before its end, but it ended on {expired:O}.",
                Name(burst, clock),
                expired.ToString("O", CultureInfo.InvariantCulture));
        }

        if (clock.Extensions is [var earlier, ..])
        {
            return new Rejected(RejectionCode.AlreadyExtended, $"Expected clock '{clock.Id}' to be extended once, but '{earlier.Document}' extended it on {earlier.On:O}.", Name(burst, clock), earlier.Document);
        }

        return command.Amount <= 0 || command.Amount > rule.Amount || !decimal.IsInteger(command.Amount)
            ? new Rejected(
                RejectionCode.TooLong,
                $"Expected clock '{clock.Id}' to be extended by 1 to {rule.Amount}, but it is by {command.Amount}.",
                Name(burst, clock),
                rule.Amount.ToString(CultureInfo.InvariantCulture),
                command.Amount.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    // Who may take longer by law is not late by the promise: both limits move, as with a special procedure.
    private static Rejected? Grant(Burst burst, ExtendLimit command, Clock clock, ExtensionRule rule)
    {
        var extension = new ClockExtension(command.Amount, rule.Basis, command.Approver, command.Document, command.Reason, MatterProgress.Today(burst));
        var promise = burst.Case.Clocks.Values.Where(other => other.Limit.Kind is ClockKind.Promise
            && other is { IsRunning: true, ExpiredOn: null }
            && other.Limit.Unit == clock.Limit.Unit
            && other.Matter == clock.Matter
            && other.Id != clock.Id);
        foreach (var moved in promise.Prepend(clock).ToList())
        {
            burst.Emit(new ClockExtended(moved.Id, extension));
        }

        return null;
    }

    private static string Name(Burst burst, Clock clock) => clock.Matter is { } matter ? burst.Case.Matters[matter].Name : burst.Case.Number;

    private static (string English, string Chinese)? Missing(ExtendLimit command) => command switch
    {
        _ when string.IsNullOrWhiteSpace(command.Approver) => ("an approver", "批准人"),
        _ when string.IsNullOrWhiteSpace(command.Document) => ("an approval document", "批准文号"),
        _ when string.IsNullOrWhiteSpace(command.Reason) => ("reasons that the applicant was told", "告知申请人的理由"),
        _ => null,
    };
}
