using Workflows.Definitions.Checks.Soundness;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Versions;

/// <summary>Works out how a case moves from one version of its service to another. Pure.</summary>
/// <remarks>
/// Only where the case stands is moved: what it has completed is in its journal and is neither looked at nor done again. An element goes to the
/// one of the same id unless the instructions name another; it has to be of the same kind and in what its scope has become. At
/// last it is explored that the case can still come to its end from there, which a step that was added beside a token can prevent.
/// </remarks>
public static class MigrationPlanner
{
    public static MigrationPlan Plan(Case state, DefinitionSet from, DefinitionSet to, MigrationInstructions instructions, DateTimeOffset now)
    {
        var scopes = new MovedScopes(state, from, to, instructions);
        var waits = new MovedWaits(state, from, to, instructions, scopes);
        if (scopes.Obstacles.Count + waits.Obstacles.Count > 0)
        {
            return Obstructed([.. scopes.Obstacles, .. waits.Obstacles]);
        }

        var tokens = Draft(state, to, instructions, scopes, waits);
        var look = new Burst(CaseFolding.Apply(state, tokens), to, now, Actor.Engine);
        var work = new MovedWork(look, instructions);
        var moved = tokens with { Matters = work.Matters(), WorkItems = work.WorkItems(), Clocks = work.Clocks() };
        var (stuck, isProven) = Ends(look, scopes);
        return work.Obstacles.Count + stuck.Count > 0
            ? Obstructed([.. work.Obstacles, .. stuck])
            : new MigrationPlan(moved, [], isProven)
            {
                Tokens = [.. Standing(state, scopes)],
                WorkItems = [.. moved.WorkItems.Select(item => Change(state, item))],
                Clocks = [.. moved.Clocks.Select(clock => Change(state.Clocks[clock.Id], clock, look))],
            };
    }

    private static MigrationPlan Obstructed(IReadOnlyList<MigrationObstacle> obstacles) => new(null, obstacles, IsProven: true);

    /// <summary>The event with everything but work, clocks and matters, which are looked at in the case that it makes.</summary>
    private static CaseMigrated Draft(Case state, DefinitionSet to, MigrationInstructions instructions, MovedScopes scopes, MovedWaits waits) => new(
        state.ServiceVersion,
        to.Service.Version,
        [],
        [.. scopes.Instances.Values.Where(moved => moved != state.Instances[moved.Id]).OrderBy(moved => moved.Id)],
        [.. scopes.Tokens.Where(token => token != state.Tokens[token.Id])],
        [.. waits.Subscriptions.Where(subscription => subscription != state.Subscriptions[subscription.Id])],
        waits.DroppedSubscriptions,
        [.. waits.Compensations.Where(record => record != state.Compensations[record.Id])],
        waits.DroppedCompensations,
        [.. state.Incidents.Values
            .Where(incident => state.Instances.ContainsKey(incident.InstanceId))
            .Select(incident => incident with { ElementId = instructions.Target(state.Instances[incident.InstanceId].ProcessId, incident.ElementId) })
            .Where(incident => incident != state.Incidents[incident.Id])],
        [],
        []);

    private static (List<MigrationObstacle> Stuck, bool IsProven) Ends(Burst look, MovedScopes scopes)
    {
        var stuck = new List<MigrationObstacle>();
        var isProven = true;
        foreach (var scope in scopes.Instances.Values)
        {
            // A loop's own instance only holds the repetitions, each of which is a scope of its own.
            if (scopes.ContentOf(scope) is not { } inside || (scope.Loop is not null && scope.LoopCounter is null))
            {
                continue;
            }

            var report = look.Definitions.Ends.From(scope, inside, ScopeStandings.Of(look, scope));
            isProven &= report.Verdict is not SoundnessVerdict.Undecided;
            stuck.AddRange(report.Flaws.Take(1).Select(flaw => new MigrationObstacle(
                flaw.ElementId,
                $"Expected the case to be able to end in version {look.Definitions.Service.Version}, but '{scope.ElementId}' would come to a halt at '{flaw.ElementId}': what could go on from there is behind the case already.")));
        }

        return (stuck, isProven);
    }

    private static IEnumerable<MovedToken> Standing(Case state, MovedScopes scopes) =>
        scopes.Instances.Values
            .Where(moved => scopes.ContentOf(moved) is null)
            .OrderBy(moved => moved.Id)
            .Select(moved => new MovedToken(state.Instances[moved.Id].ElementId, moved.ElementId))
            .Concat(scopes.Tokens.Select(token => new MovedToken(state.Tokens[token.Id].FlowId, token.FlowId)));

    private static MovedWorkItem Change(Case state, WorkItems.WorkItem moved)
    {
        var item = state.WorkItems[moved.Id];
        return new MovedWorkItem(item.Id, item.ElementId, moved.ElementId, item.Name, moved.Name, item.Department, moved.Department, moved.State);
    }

    private static MovedClock Change(Clock clock, Clock moved, Burst look)
    {
        var today = RegionDay.Of(look.Now, look.Definitions.Calendar);
        return new MovedClock(
            clock.Id,
            clock.Limit.Kind,
            clock.Matter,
            clock.Limit.Amount,
            moved.Limit.Amount,
            moved.Limit.Unit,
            ClockReading.Of(clock, look.Definitions.CalendarOf(clock), today).DueOn,
            ClockReading.Of(moved, look.Definitions.CalendarOf(moved), today).DueOn);
    }
}
