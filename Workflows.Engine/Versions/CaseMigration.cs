using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Versions;

/// <summary>Moves the running cases of a service from one version to another: first told, then done, batch by batch.</summary>
/// <remarks>
/// A case that was moved is on its new version and is not found again, so a run that was broken off is simply begun again. Cases that are worked
/// on meanwhile are moved as they stand when their turn comes.
/// </remarks>
public sealed class CaseMigration
{
    public const int LargestBatch = 500;

    private readonly EngineDatabase database;
    private readonly DefinitionStore definitions;
    private readonly CaseLoading cases;
    private readonly CaseHandler handler;
    private readonly TimeProvider time;

    internal CaseMigration(EngineDatabase database, DefinitionStore definitions, CaseLoading cases, CaseHandler handler, TimeProvider time) =>
        (this.database, this.definitions, this.cases, this.handler, this.time) = (database, definitions, cases, handler, time);

    /// <summary>Tells what would become of the next cases; changes nothing.</summary>
    /// <param name="after">The case with which the last batch ended; null for the first.</param>
    /// <returns>Null where one of the two versions does not exist.</returns>
    public Task<MigrationBatch?> DryRun(MigrationRequest request, string? after = null, int size = LargestBatch, CancellationToken cancellation = default) =>
        Batch(request, after, size, (@case, plan) => Task.FromResult(MigratedCase.Of(@case.State, plan, isMoved: false)), cancellation);

    /// <summary>Moves the next cases, each by a command of its own; those with an obstacle stay where they are.</summary>
    /// <inheritdoc cref="DryRun"/>
    public Task<MigrationBatch?> Apply(MigrationRequest request, Actor actor, string? after = null, int size = LargestBatch, CancellationToken cancellation = default) =>
        Batch(request, after, size, (@case, plan) => Move(request, actor, @case, plan, cancellation), cancellation);

    private async Task<MigrationBatch?> Batch(
        MigrationRequest request,
        string? after,
        int size,
        Func<LoadedCase, MigrationPlan, Task<MigratedCase>> take,
        CancellationToken cancellation)
    {
        if (await definitions.Find(request.Service, request.FromVersion, cancellation) is not { } from
            || await definitions.Find(request.Service, request.ToVersion, cancellation) is not { } to)
        {
            return null;
        }

        var ids = await Running(request, after ?? "", Math.Clamp(size, 1, LargestBatch), cancellation);
        var taken = new List<MigratedCase>();
        foreach (var id in ids)
        {
            // It may have ended or moved since the list was read.
            if (await cases.Find(id, cancellation) is { State: { Status: CaseStatus.Running } state } loaded && state.ServiceVersion == request.FromVersion)
            {
                taken.Add(await take(loaded, MigrationPlanner.Plan(state, from, to, request.Instructions, time.GetUtcNow())));
            }
        }

        return new MigrationBatch(taken, ids.LastOrDefault());
    }

    private async Task<List<string>> Running(MigrationRequest request, string after, int size, CancellationToken cancellation)
    {
        await using var db = database.Open();
#pragma warning disable CA1309 // The database compares; its order is that of the list.
        return await db.Cases
            .Where(row => row.ServiceCode == request.Service && row.ServiceVersion == request.FromVersion && row.Status == CaseStatus.Running)
            .Where(row => string.Compare(row.Id, after) > 0)
#pragma warning restore CA1309
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .Take(size)
            .ToListAsync(cancellation);
    }

    private async Task<MigratedCase> Move(MigrationRequest request, Actor actor, LoadedCase @case, MigrationPlan plan, CancellationToken cancellation)
    {
        if (plan.Event is null)
        {
            return MigratedCase.Of(@case.State, plan, isMoved: false);
        }

        var commandId = string.Create(CultureInfo.InvariantCulture, $"migrate-{request.ToVersion}-{@case.Sequence}");
        return await handler.Send(@case.State.Id, actor, new MigrateCase(request.ToVersion, request.Instructions), commandId, cancellation) switch
        {
            CommandRejected rejected => MigratedCase.Of(@case.State, plan with { Event = null, Obstacles = [new MigrationObstacle("", rejected.Rejection.Message)] }, isMoved: false),
            _ => MigratedCase.Of(@case.State, plan, isMoved: true),
        };
    }
}

public sealed record MigrationRequest(string Service, int FromVersion, int ToVersion, MigrationInstructions Instructions);

/// <param name="Last">The case with which the batch ends, to go on after; null where there are no more.</param>
public sealed record MigrationBatch(IReadOnlyList<MigratedCase> Cases, string? Last);

/// <summary>What became of a case, or would.</summary>
/// <param name="CanMove">False where something is in the way.</param>
/// <param name="IsMoved">True where it was moved now.</param>
/// <param name="IsProven">True where it is certain that it can still end.</param>
public sealed record MigratedCase(
    string CaseId,
    string Number,
    bool CanMove,
    bool IsMoved,
    bool IsProven,
    IReadOnlyList<MovedToken> Tokens,
    IReadOnlyList<MovedWorkItem> WorkItems,
    IReadOnlyList<MovedClock> Clocks,
    IReadOnlyList<MigrationObstacle> Obstacles)
{
    internal static MigratedCase Of(Case state, MigrationPlan plan, bool isMoved) =>
        new(state.Id, state.Number, plan.Event is not null, isMoved, plan.IsProven, plan.Tokens, plan.WorkItems, plan.Clocks, plan.Obstacles);
}
