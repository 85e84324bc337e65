using System.Globalization;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Journal;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Projects.Exchange;

/// <summary>Makes the rows of a project for the ministry's tables, from the project, its cases and their journals. Pure.</summary>
internal sealed class ExchangeExport(Project project, ProjectGround ground, IReadOnlyDictionary<string, IReadOnlyList<JournalEntry>> journals, WorkingDayCalendar calendar)
{
    private readonly IReadOnlyList<ProjectStage> stages = ground.Type.StagesFor(project.Land.WithDesign);

    private string Version => ground.TypeVersion.ToString(CultureInfo.InvariantCulture);

    public IReadOnlyList<ExchangeRow> Rows() =>
        [ProjectRow(), FlowRow(), .. stages.SelectMany(StageRows), .. project.Cases.Where(opened => ground.Cases.ContainsKey(opened.CaseId)).SelectMany(opened => CaseRows(ground.Cases[opened.CaseId]))];

    private ExchangeRow ProjectRow()
    {
        var last = StageStates.Newest(stages[^1].Code, project, ground);
        var isDone = StageStates.Of(stages[^1], project, ground) is StageState.Closed;
        return Row(ExchangeTable.Project, project.Code,
            project.Code, project.Name, project.Builder.Name, project.Builder.IdNumber, project.Investment is InvestmentSource.Government ? "政府投资" : "社会投资", project.Land.Acquisition,
            YesNo(project.Land.WithDesign), YesNo(project.RegionalResults.Count > 0), Number(project.Land.Area), Number(project.Scale.FloorArea), Number(project.Scale.TotalInvestment),
            ground.Type.Code, Version, YesNo(isDone), isDone && last?.EndedAt is { } ended ? Instant(ended) : "");
    }

    private ExchangeRow FlowRow() => Row(ExchangeTable.Flow, $"{ground.Type.Code}:{Version}", ground.Type.Code, Version, ground.Type.Name, ground.Type.Name, "", "");

    private IEnumerable<ExchangeRow> StageRows(ProjectStage stage, int index) => ground.Services.TryGetValue(stage.Service, out var service)
        ? service.Matters.Select(member => Row(ExchangeTable.StageMatter, $"{ground.Type.Code}:{Version}:{stage.Code}:{member.Matter.Code}",
            ground.Type.Code, Version, Number(index + 1), stage.Name, member.Matter.Code, Number(member.Matter.Version), member.Matter.Name))
        : [];

    private IEnumerable<ExchangeRow> CaseRows(Case state) =>
        state.Matters.Values.SelectMany(matter => MatterRows(state, matter))
            .Concat(Details(state))
            .Concat(state.Procedures.Values.Select(procedure => Procedure(state, procedure)))
            .Concat(Consults(state));

    private IEnumerable<ExchangeRow> MatterRows(Case state, CaseMatter matter)
    {
        var promise = state.Clocks.Values.FirstOrDefault(clock => clock.Matter == matter.Code && clock.Limit.Kind is ClockKind.Promise)?.Limit
            ?? ground.Services.GetValueOrDefault(state.ServiceCode)?.Matters.FirstOrDefault(member => member.Matter.Code == matter.Code)?.Matter.Promised;
        yield return Row(ExchangeTable.Matter, Instance(state, matter.Code),
            project.Code, ground.Type.Code, Version, matter.Code, Number(matter.Version), Instance(state, matter.Code), state.Number, Department(matter.Department),
            "并联", promise is null ? "" : Number(promise.Amount), YesNo(project.RegionalResults.ContainsKey(matter.Code)), YesNo(false));
        foreach (var result in matter.Results)
        {
            yield return Row(ExchangeTable.Result, $"{Instance(state, matter.Code)}:{result.Number}",
                project.Code, Instance(state, matter.Code), Day(result.IssuedOn), result.Number, result.Name, result.ValidUntil is { } until ? Day(until) : "", "证照");
        }
    }

    /// <summary>Each of the fifteen states that a matter was in, with who brought it there and when.</summary>
    private IEnumerable<ExchangeRow> Details(Case state) =>
        from entry in journals.GetValueOrDefault(state.Id) ?? []
        from change in entry.Events.SelectMany((@event, index) => StatesOf(@event).Select(reached => (reached.Matter, reached.State, Index: index)))
        let matter = state.Matters[change.Matter]
        select Row(ExchangeTable.Detail, $"{state.Number}:{Number(entry.Sequence)}:{Number(change.Index)}",
            project.Code, Instance(state, matter.Code), Department(matter.Department), entry.Actor.Name, Number((int)change.State),
            OpinionOf(entry), Instant(entry.HappenedAt), "市级统建系统");

    private static IEnumerable<(string Matter, MatterState State)> StatesOf(CaseEvent @event) => @event switch
    {
        MatterOpened opened => [(opened.Matter.Code, opened.Matter.State)],
        MatterStateChanged changed => [(changed.Matter, changed.State)],
        MatterConsentedBySilence silent => [(silent.Matter, MatterState.CompletedApproved)],
        _ => [],
    };

    private static string OpinionOf(JournalEntry entry) => entry.Events.OfType<WorkItemCompleted>().FirstOrDefault()?.Opinion ?? "";

    private ExchangeRow Procedure(Case state, Procedures.SpecialProcedure procedure) => Row(ExchangeTable.SpecialProcedure, $"{state.Number}:{Number(procedure.Id)}",
        project.Code, Instance(state, procedure.Matter), "2", procedure.Kind.ToString(), Instant(procedure.OpenedAt), procedure.ClosedAt is { } closed ? Instant(closed) : "",
        "工作日", Number(calendar.CountWorkingDays(RegionDay.Of(procedure.OpenedAt, calendar), procedure.PlannedEndOn)), procedure.Approver, procedure.Basis);

    private IEnumerable<ExchangeRow> Consults(Case state) =>
        from item in state.WorkItems.Values
        where item.State is WorkItemState.Completed && item.ElementId.StartsWith("consult", StringComparison.Ordinal) && item.Matter is not null
        select Row(ExchangeTable.Consult, $"{state.Number}:{Number(item.Id)}",
            project.Code, Instance(state, item.Matter!), Department(item.Department), item.Holder?.Name ?? "", item.EndedAt is { } at ? Instant(at) : "", $"{item.OutcomeName} {item.Opinion}".Trim());

    private static ExchangeRow Row(ExchangeTable table, string key, params string[] values) =>
        new(table.Code, key, table.Columns.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal));

    private static string Instance(Case state, string matter) => $"{state.Number}-{matter}";

    private string Department(string code) => ground.Departments.GetValueOrDefault(code) ?? code;

    private string Instant(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, calendar.TimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string YesNo(bool value) => value ? "1" : "0";
}
