using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Projects;

/// <summary>What waits at those who act for all departments of a stage: an application to forward (统一受理转送), results to answer with (统一出件).</summary>
public sealed class ForwardingDesk(EngineDatabase database, ProjectTypes types, DefinitionStore definitions, TimeProvider time)
{
    /// <summary>The open steps of stages that belong to no single matter, by their due day; of the own department, or of all for those who oversee them.</summary>
    public async Task<Page<ForwardingRow>> Read(PageRequest page, Actor actor, CancellationToken cancellation = default)
    {
        var stages = (await types.Current(cancellation)).SelectMany(published => published.Type.Stages.Concat(published.Type.Merges.Select(merge => merge.Stage)))
            .DistinctBy(stage => stage.Service)
            .ToDictionary(stage => stage.Service, StringComparer.Ordinal);
        var services = stages.Keys.ToList();
        var calendar = await definitions.Calendar(cancellation);
        var today = RegionDay.Of(time.GetUtcNow(), calendar);
        await using var db = database.Open();
        var open = Visible(db, actor).Where(item => item.EndedAt == null && item.Matter == null && db.Cases.Any(row => row.Id == item.CaseId && services.Contains(row.ServiceCode)));
        var items = await open.AsNoTracking().OrderBy(item => item.SortedOn).ThenBy(item => item.OfferedAt).Skip(page.Skipped).Take(page.Size).ToListAsync(cancellation);
        var ids = items.Select(item => item.CaseId).Distinct().ToList();
        var rows = await db.Cases.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.StateFormat, row.State }).ToListAsync(cancellation);
        var cases = rows.ToDictionary(row => row.Id, row => StateFormats.Read(row.Id, row.StateFormat, row.State), StringComparer.Ordinal);
        return new Page<ForwardingRow>(
            [.. items.Select(item => ForwardingRow.Of(item, cases[item.CaseId], stages[cases[item.CaseId].ServiceCode], Due.Of(item.DueOn, item.DueUnit, calendar, today)))],
            page.Number,
            page.Size,
            await open.CountAsync(cancellation));
    }

    private static IQueryable<WorkItemRow> Visible(EngineDb db, Actor actor) => actor.Is(Role.Supervisor) || actor.Is(Role.Administrator)
        ? db.WorkItems
        : db.WorkItems.Where(item => item.Department == actor.Department);
}

/// <summary>A step that is done for all departments of a stage.</summary>
/// <param name="ProjectCode">As the application says it; null where it says none.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Matters">The matters of the application, each with its department's code and how far it is.</param>
public sealed record ForwardingRow(
    string CaseId,
    int WorkItemId,
    string CaseNumber,
    string? ProjectCode,
    string? ProjectName,
    string Stage,
    string Step,
    string Department,
    WorkItemState State,
    string? HolderName,
    DateTimeOffset OfferedAt,
    Due? Due,
    IReadOnlyList<CaseMatter> Matters)
{
    internal static ForwardingRow Of(WorkItemRow item, Case state, ProjectStage stage, Due? due)
    {
        var form = state.Variables["form"] as FeelContext ?? FeelContext.Empty;
        return new ForwardingRow(
            item.CaseId,
            item.WorkItemId,
            state.Number,
            (form["projectCode"] as FeelString)?.Value,
            (form["projectName"] as FeelString)?.Value,
            stage.Name,
            item.Name,
            item.Department,
            item.State,
            item.HolderName,
            item.OfferedAt,
            due,
            [.. state.Matters.Values]);
    }
}
