using Workflows.Definitions;
using Workflows.Definitions.Services;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Simulation;

namespace Workflows.Engine.Drafts;

/// <summary>Asks of a draft what would happen with so many applications and so many people.</summary>
public sealed class DraftSimulation(DefinitionStore definitions, DraftCheck check, PastHandling past, TimeProvider time)
{
    /// <summary>The departments and steps that its applications reach, and how long its steps took in past cases.</summary>
    /// <exception cref="DefinitionException">The draft cannot be read.</exception>
    public async Task<SimulationStart> Begin(Draft draft, CancellationToken cancellation = default)
    {
        var (drawn, examples) = await Read(draft, cancellation);
        var each = new WhatIf(examples.Count, 1, new Dictionary<string, int>(), new Dictionary<string, HandlingTime>(), new EnteredHandling(1));
        var once = ServiceSimulation.Run(drawn, examples, each, cancellation);
        return new SimulationStart(
            [.. once.Departments.Select(load => load.Department).Order(StringComparer.Ordinal)],
            once.Steps,
            await past.Read(draft.ServiceCode, drawn.Definitions.Calendar, cancellation));
    }

    /// <summary>Simulates the draft and, beside it, the version that is in force; null for a service that has none.</summary>
    /// <exception cref="DefinitionException">The draft cannot be read.</exception>
    public async Task<(WhatIfReport Draft, WhatIfReport? Published)> Run(Draft draft, WhatIf whatIf, CancellationToken cancellation = default)
    {
        var (drawn, examples) = await Read(draft, cancellation);
        var published = await definitions.FindCurrent(draft.ServiceCode, cancellation);
        return (
            ServiceSimulation.Run(drawn, examples, whatIf, cancellation),
            published is null ? null : ServiceSimulation.Run(published, examples, whatIf, cancellation));
    }

    private async Task<(PublishedService Drawn, IReadOnlyList<ExampleApplication> Examples)> Read(Draft draft, CancellationToken cancellation)
    {
        var drawn = PublishedService.Read(draft.ServiceCode, [DraftFiles.Write(await definitions.InForce(cancellation)), DraftFiles.Write(draft.Files)]);
        var library = await check.Library(draft, cancellation);
        var today = RegionDay.Of(time.GetUtcNow(), drawn.Definitions.Calendar);
        return library.Examples.GetValueOrDefault(draft.ServiceCode) is { Count: > 0 } known
            ? (drawn, known)
            : (drawn, [TrialApplication.Of(drawn.Definitions.Service, today)]);
    }
}

/// <param name="Departments">Those that the applications reach, by code.</param>
/// <param name="Steps">Their names by id.</param>
/// <param name="Observed">How long steps took in past cases, by the step's id; without those that were completed too rarely.</param>
public sealed record SimulationStart(
    IReadOnlyList<string> Departments,
    IReadOnlyDictionary<string, string> Steps,
    IReadOnlyDictionary<string, HandlingTime> Observed);
