using System.Diagnostics;
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
    /// <param name="roots">The roots that are asked for; what is below the others keeps its default.</param>
    public static FeelContext Of(Occurrence occurrence, IReadOnlyList<string> roots)
    {
        var all = Facts.Gather(occurrence.Trigger);
        foreach (var root in roots)
        {
            var facts = Facts.Gather(root);
            Fill(root, facts, occurrence);
            all.With(root, facts.ToContext());
        }

        return all.ToContext();
    }

    /// <summary>A member of an enumeration as rules write it: kebab-case.</summary>
    public static string Word<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    public static FeelList List(IEnumerable<string> texts) => new(texts.Select(text => (FeelValue)text));

    private static void Fill(string root, FactValues facts, Occurrence occurrence)
    {
        switch (root)
        {
            case "entry":
                Entry(facts, occurrence);
                break;
            case "actor":
                Actor(facts, occurrence.Entry.Actor);
                break;
            case "case":
                Case(facts, occurrence);
                break;
            case "matter":
                Matter(facts, occurrence);
                break;
            case "step":
                StepFacts.Step(facts, occurrence);
                break;
            case "discretion":
                StepFacts.Discretion(facts, occurrence);
                break;
            case "fee":
                StepFacts.Fee(facts, occurrence);
                break;
            case "correction":
                CorrectionFacts.Correction(facts, occurrence);
                break;
            case "result":
                Result(facts, occurrence);
                break;
            case "clock":
                ClockFacts.Clock(facts, occurrence);
                break;
            case "stop":
                StopFacts.Stop(facts, occurrence);
                break;
            default:
                throw new UnreachableException($"Expected facts of a case, but rules cannot read '{root}' of one.");
        }
    }

    private static void Entry(FactValues facts, Occurrence occurrence)
    {
        var entry = occurrence.Entry;
        var enteredOn = RegionDay.Of(entry.EnteredAt, occurrence.Calendar);
        facts
            .With("command", entry.Command)
            .With("happenedOn", occurrence.Today)
            .With("enteredOn", enteredOn)
            .With("lateHours", decimal.Round((decimal)(entry.EnteredAt - entry.HappenedAt).TotalHours, 2))
            .With("lateWorkingDays", enteredOn > occurrence.Today ? occurrence.Calendar.CountWorkingDays(occurrence.Today, enteredOn) : 0)
            .With("byEngine", entry.Actor.Is(Role.System));
    }

    private static void Actor(FactValues facts, Actor actor) => facts
        .With("id", actor.AccountId)
        .With("department", actor.Department ?? "")
        .With("roles", List(actor.Roles));

    private static void Case(FactValues facts, Occurrence occurrence)
    {
        var state = occurrence.After;
        facts
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

    private static void Matter(FactValues facts, Occurrence occurrence)
    {
        if (occurrence.Matter is not { } matter)
        {
            return;
        }

        facts
            .With("code", matter.Code)
            .With("state", Word(matter.State))
            .With("previousState", occurrence.Before?.Matters.GetValueOrDefault(matter.Code) is { } before ? Word(before.State) : "")
            .With("isAccepted", matter.AcceptedOn is not null)
            .With("acceptedOn", matter.AcceptedOn is { } on ? on : FeelValue.Null)
            .With("acceptedBySilence", matter.AcceptedBySilence)
            .With("issuedResults", List(matter.Results.Select(result => result.Code)));
        if (occurrence.MatterDefinition is { } definition)
        {
            facts
                .With("kind", Word(definition.Kind))
                .With("siteVisit", definition.SiteVisit)
                .With("requiredResults", List(definition.Results.Select(result => result.Code)))
                .With("definedMaterials", List(definition.Materials.Select(material => material.Code)));
        }
    }

    private static void Result(FactValues facts, Occurrence occurrence)
    {
        if (occurrence.Event is ResultIssued { Result: var issued })
        {
            facts
                .With("code", issued.Code)
                .With("number", issued.Number)
                .With("isDefined", occurrence.MatterDefinition?.Results.Any(result => result.Code == issued.Code) == true);
        }
    }
}
