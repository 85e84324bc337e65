using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Circulation;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Execution;
using Workflows.Engine.Lookup;
using Workflows.Engine.Materials;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Api;

/// <summary>A case as the interface shows it: what people ask about, without the tokens of its process.</summary>
/// <param name="Sequence">The newest journal entry.</param>
public sealed record CaseDocument(
    string CaseId,
    string Number,
    int Sequence,
    CaseService Service,
    CaseStatus Status,
    Applicant Applicant,
    string Channel,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? EndedAt,
    FeelValue Answers,
    FeelValue Form,
    IReadOnlyList<CaseMatter> Matters,
    IReadOnlyList<GivenMaterial> Materials,
    IReadOnlyList<WorkItem> WorkItems,
    IReadOnlyList<ClockDocument> Clocks,
    IReadOnlyList<Correction> Corrections,
    IReadOnlyList<Incident> Incidents,
    IReadOnlyList<Copy> Copies)
{
    internal static CaseDocument Of(CaseView view)
    {
        var state = view.Case;
        return new CaseDocument(
            state.Id,
            state.Number,
            view.Sequence,
            new CaseService(state.ServiceCode, view.Definitions.Service.Name, state.ServiceVersion),
            state.Status,
            state.Applicant,
            state.Channel,
            state.ReceivedAt,
            state.EndedAt,
            state.Variables["answers"],
            state.Variables["form"],
            [.. state.Matters.Values],
            [.. state.Materials.Values],
            [.. state.WorkItems.Values],
            [.. state.Clocks.Values.Select(clock => ClockDocument.Of(clock, view))],
            [.. state.Corrections.Values],
            [.. state.Incidents.Values],
            [.. state.Copies.Values]);
    }
}

public sealed record CaseService(string Code, string Name, int Version);

/// <summary>A clock with its reading of today and every day that led to it.</summary>
public sealed record ClockDocument(
    int Id,
    TimeLimit Limit,
    string? Matter,
    int? WorkItemId,
    DateOnly StartedOn,
    DateOnly? EndedOn,
    ClockReading Reading,
    IReadOnlyList<ClockStop> Stops,
    IReadOnlyList<ClockDay> Days)
{
    internal static ClockDocument Of(Clock clock, CaseView view)
    {
        var reading = view.Reading(clock);
        return new ClockDocument(
            clock.Id, clock.Limit, clock.Matter, clock.WorkItemId, clock.StartedOn, clock.EndedOn, reading, clock.Stops, view.Explain(clock).Days);
    }
}
