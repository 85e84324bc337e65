using System.Collections.Immutable;
using Workflows.Definitions.Feel;
using Workflows.Engine.Circulation;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Execution;
using Workflows.Engine.Materials;
using Workflows.Engine.Procedures;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases;

/// <summary>A case (办件): one application and everything that came of it. The fold of its journal; one row of the store.</summary>
public sealed record Case
{
    public required string Id { get; init; }

    /// <summary>办件编号</summary>
    public required string Number { get; init; }

    public required string ServiceCode { get; init; }

    public required int ServiceVersion { get; init; }

    public required Applicant Applicant { get; init; }

    public required string Channel { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The department at whose window the application came in; null where it came online.</summary>
    public string? ReceivedBy { get; init; }

    public CaseStatus Status { get; init; } = CaseStatus.Running;

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The case's own variables: <c>applicant</c>, <c>answers</c>, <c>form</c>, <c>guidance</c> and what scripts add.</summary>
    public FeelContext Variables { get; init; } = FeelContext.Empty;

    /// <summary>By matter code.</summary>
    public ImmutableSortedDictionary<string, CaseMatter> Matters { get; init; } = ImmutableSortedDictionary<string, CaseMatter>.Empty;

    /// <summary>The newest of each material, by material code.</summary>
    public ImmutableSortedDictionary<string, GivenMaterial> Materials { get; init; } = ImmutableSortedDictionary<string, GivenMaterial>.Empty;

    public ImmutableSortedDictionary<int, WorkItem> WorkItems { get; init; } = ImmutableSortedDictionary<int, WorkItem>.Empty;

    public ImmutableSortedDictionary<int, Clock> Clocks { get; init; } = ImmutableSortedDictionary<int, Clock>.Empty;

    public ImmutableSortedDictionary<int, Correction> Corrections { get; init; } = ImmutableSortedDictionary<int, Correction>.Empty;

    /// <summary>The special procedures, open and closed.</summary>
    public ImmutableSortedDictionary<int, SpecialProcedure> Procedures { get; init; } = ImmutableSortedDictionary<int, SpecialProcedure>.Empty;

    /// <summary>The elements that live, by instance id.</summary>
    public ImmutableSortedDictionary<int, ElementInstance> Instances { get; init; } = ImmutableSortedDictionary<int, ElementInstance>.Empty;

    /// <summary>The tokens on sequence flows: on their way, or waiting before a joining gateway.</summary>
    public ImmutableSortedDictionary<int, FlowToken> Tokens { get; init; } = ImmutableSortedDictionary<int, FlowToken>.Empty;

    public ImmutableSortedDictionary<int, Subscription> Subscriptions { get; init; } = ImmutableSortedDictionary<int, Subscription>.Empty;

    /// <summary>Completed activities that can be undone, in the order of completion.</summary>
    public ImmutableSortedDictionary<int, CompensationRecord> Compensations { get; init; } = ImmutableSortedDictionary<int, CompensationRecord>.Empty;

    /// <summary>What stops the case now; after its end only calls outward that were given up.</summary>
    public ImmutableSortedDictionary<int, Incident> Incidents { get; init; } = ImmutableSortedDictionary<int, Incident>.Empty;

    /// <summary>Who is kept out of the case, by account.</summary>
    public ImmutableSortedDictionary<string, Exclusion> Exclusions { get; init; } = ImmutableSortedDictionary<string, Exclusion>.Empty;

    /// <summary>Whom the case was copied to (抄送), by account.</summary>
    public ImmutableSortedDictionary<string, Copy> Copies { get; init; } = ImmutableSortedDictionary<string, Copy>.Empty;

    /// <summary>By living scope, what was entered in it, in order.</summary>
    public ImmutableSortedDictionary<int, ImmutableList<Passage>> Passages { get; init; } = ImmutableSortedDictionary<int, ImmutableList<Passage>>.Empty;

    /// <summary>The next number for anything that the case numbers.</summary>
    public int NextId { get; init; } = 1;
}

public enum CaseStatus
{
    /// <summary>在办</summary>
    Running,

    /// <summary>办结</summary>
    Completed,

    /// <summary>撤件</summary>
    Withdrawn,

    /// <summary>终止</summary>
    Terminated,
}
