using System.Text.Json;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Supervision.Watching;

/// <summary>Fills the table <see cref="Facts"/> for what happened in a case.</summary>
internal static class CaseFacts
{
    public static FeelContext Of(Occurrence occurrence)
    {
        var known = FeelContext.Empty;
        foreach (var root in Facts.Roots(occurrence.Trigger))
        {
            known = known.With(root, Root(root, occurrence));
        }

        return Facts.Complete(occurrence.Trigger, known);
    }

    /// <summary>A member of an enumeration as rules write it: kebab-case.</summary>
    public static string Word<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    public static FeelList List(IEnumerable<string> texts) => new(texts.Select(text => (FeelValue)text));

    private static FeelContext Root(string root, Occurrence occurrence) => root switch
    {
        "entry" => Entry(occurrence),
        "actor" => Actor(occurrence.Entry.Actor),
        "case" => Case(occurrence),
        "matter" => Matter(occurrence),
        "step" => StepFacts.Of(occurrence),
        "discretion" => StepFacts.Discretion(occurrence),
        "fee" => StepFacts.Fee(occurrence),
        "correction" => CorrectionFacts.Of(occurrence),
        "result" => Result(occurrence),
        "clock" => ClockFacts.Of(occurrence),
        "stop" => StopFacts.Of(occurrence),
        _ => FeelContext.Empty,
    };

    private static FeelContext Entry(Occurrence occurrence)
    {
        var entry = occurrence.Entry;
        var enteredOn = RegionDay.Of(entry.EnteredAt, occurrence.Calendar);
        return FeelContext.Empty
            .With("command", entry.Command)
            .With("happenedOn", occurrence.Today)
            .With("enteredOn", enteredOn)
            .With("lateHours", decimal.Round((decimal)(entry.EnteredAt - entry.HappenedAt).TotalHours, 2))
            .With("lateWorkingDays", enteredOn > occurrence.Today ? occurrence.Calendar.CountWorkingDays(occurrence.Today, enteredOn) : 0)
            .With("byEngine", entry.Actor.Is(Role.System));
    }

    private static FeelContext Actor(Actor actor) => FeelContext.Empty
        .With("id", actor.AccountId)
        .With("department", actor.Department ?? "")
        .With("roles", List(actor.Roles));

    private static FeelContext Case(Occurrence occurrence)
    {
        var state = occurrence.After;
        return FeelContext.Empty
            .With("number", state.Number)
            .With("service", state.ServiceCode)
            .With("channel", state.Channel)
            .With("status", Word(state.Status))
            .With("receivedOn", RegionDay.Of(state.ReceivedAt, occurrence.Calendar))
            .With("openStops", StopFacts.Open(state))
            .With("openCorrections", state.Corrections.Values.Count(correction => correction.IsOpen))
            .With("missingResults", List(MissingResults(occurrence)));
    }

    private static IEnumerable<string> MissingResults(Occurrence occurrence) =>
        from matter in occurrence.After.Matters.Values
        where matter.State is MatterState.CompletedApproved or MatterState.CompletedApprovedOnTolerance
        from required in occurrence.Definitions.Matter(matter.Code)?.Results ?? []
        where matter.Results.All(issued => issued.Code != required.Code)
        select required.Code;

    private static FeelContext Matter(Occurrence occurrence)
    {
        if (occurrence.Matter is not { } matter)
        {
            return FeelContext.Empty;
        }

        var known = FeelContext.Empty
            .With("code", matter.Code)
            .With("state", Word(matter.State))
            .With("previousState", occurrence.Before?.Matters.GetValueOrDefault(matter.Code) is { } before ? Word(before.State) : "")
            .With("isAccepted", matter.AcceptedOn is not null)
            .With("acceptedOn", matter.AcceptedOn is { } on ? on : FeelValue.Null)
            .With("acceptedBySilence", matter.AcceptedBySilence)
            .With("issuedResults", List(matter.Results.Select(result => result.Code)));
        return occurrence.MatterDefinition is not { } definition ? known : known
            .With("kind", Word(definition.Kind))
            .With("siteVisit", definition.SiteVisit)
            .With("requiredResults", List(definition.Results.Select(result => result.Code)))
            .With("definedMaterials", List(definition.Materials.Select(material => material.Code)));
    }

    private static FeelContext Result(Occurrence occurrence) => occurrence.Event is not ResultIssued issued ? FeelContext.Empty : FeelContext.Empty
        .With("code", issued.Result.Code)
        .With("number", issued.Result.Number)
        .With("isDefined", occurrence.MatterDefinition?.Results.Any(result => result.Code == issued.Result.Code) == true);
}
