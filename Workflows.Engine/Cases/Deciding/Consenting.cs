using Workflows.Definitions.Matters;
using Workflows.Engine.Approvals;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Silent consent (超时默认), where a matter's definition orders it with its basis.</summary>
internal static class Consenting
{
    /// <summary>The promised limit of a matter has passed: it counts as approved, its department answers for it, and the process goes on.</summary>
    public static void Consent(Burst burst, Clock expired)
    {
        if (expired is not { Limit.Kind: ClockKind.Promise, Matter: { } code, WorkItemId: null }
            || burst.Definitions.Matter(code) is not { SilentConsent: { } rule } matter
            || burst.Case.Matters[code].HasEnded
            || HandlingOf(burst, code) is not { } handling)
        {
            return;
        }

        var reading = ClockReading.Of(expired, burst.Definitions.CalendarOf(expired), burst.Now);
        var on = RegionDay.Of(reading.EndsAt, burst.Definitions.Calendar);
        burst.Emit(new MatterConsentedBySilence(code, new SilentConsent(on, rule.Basis, matter.Department)));
        Elements.CancelContent(burst, handling);
        Scopes.Check(burst, burst.Current(handling));
        if (matter.Results.Count > 0 && burst.Definitions.Clocks.Limits.TryGetValue(ClockKind.SilentConsentFollowUp, out var followUp))
        {
            MatterClocks.Start(burst, followUp, reading.DueOn, code, null);
        }
    }

    /// <summary>The document that silent consent left owing is issued.</summary>
    public static Rejected? Issue(Burst burst, IssueOverdueDocument command)
    {
        if (!burst.Case.Matters.TryGetValue(command.Matter, out var matter) || matter.SilentConsent is null)
        {
            return new Rejected(RejectionCode.NotFound, $"Expected matter '{command.Matter}' of case '{burst.Case.Number}' to be approved by silence, but it is not.", command.Matter);
        }

        if (burst.Actor.Department != matter.Department || !(burst.Actor.Is(Role.Officer) || burst.Actor.Is(Role.DepartmentHead)))
        {
            return new Rejected(
                RejectionCode.NotEntitled,
                $"Expected department '{matter.Department}' to issue what it owes for '{matter.Code}', but '{burst.Actor.AccountId}' is not of it.",
                matter.Name,
                Role.Officer);
        }

        if (matter.Results.Count > 0)
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected the document of '{matter.Code}' to be owed, but '{matter.Results[0].Number}' was issued on {matter.Results[0].IssuedOn:O}.", matter.Name, "issued");
        }

        MatterProgress.IssueResults(burst, matter.Code, command.Values);
        MatterClocks.EndFollowUp(burst, matter.Code);

        return null;
    }

    /// <summary>The refusal of a correction that asks for a document which is missing because its department kept silent; null for any other.</summary>
    public static Rejected? RefusalOfMissing(Burst burst, IEnumerable<CorrectionPoint> points)
    {
        foreach (var point in points)
        {
            if (point.Material is { } code
                && burst.Definitions.Service.Materials.GetValueOrDefault(code) is { Licence: { } licence } material
                && burst.Case.Matters.Values.FirstOrDefault(matter => matter.SilentConsent is not null && Gives(burst, matter, licence)) is { } silent)
            {
                return new Rejected(
                    RejectionCode.ConsentedBySilence,
                    $"Expected a correction not to ask for '{code}', but '{silent.Code}' was approved by silence and its department owes the document.",
                    material.Name,
                    silent.Name);
            }
        }

        return null;
    }

    private static bool Gives(Burst burst, CaseMatter matter, string licence) =>
        burst.Definitions.Matter(matter.Code)?.Results.Any(result => result.Code == licence) == true;

    private static ElementInstance? HandlingOf(Burst burst, string matter) => burst.Case.Instances.Values.FirstOrDefault(instance =>
        instance.Matter == matter && burst.NodeOf(instance)?.Approval.Matter is not null && instance.Loop is null);
}
