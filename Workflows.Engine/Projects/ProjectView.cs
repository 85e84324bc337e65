using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Projects;

/// <summary>A project as people look at it: its stages, matters, materials and total clock, from its cases as they stand.</summary>
/// <param name="Sequence">The newest journal entry.</param>
public sealed record ProjectView(
    Project Project,
    int Sequence,
    string TypeName,
    IReadOnlyList<StageView> Stages,
    IReadOnlyList<ProjectMatterView> Matters,
    IReadOnlyList<ReusedView> Reused,
    IReadOnlyList<ProjectResultView> Results,
    TotalClock Clock,
    DateOnly Today)
{
    public static ProjectView Of(Project project, int sequence, ProjectGround ground, WorkingDayCalendar calendar)
    {
        var clock = TotalClock.Of(project, ground.Type, ground.Cases, calendar, ground.Today);
        var opened = project.Cases.Where(stage => ground.Cases.ContainsKey(stage.CaseId)).Select(stage => (stage.Stage, Case: ground.Cases[stage.CaseId])).ToList();
        return new ProjectView(
            project,
            sequence,
            ground.Type.Name,
            [.. ground.Type.StagesFor(project.Land.WithDesign).Select(stage => StageView.Of(stage, project, ground, clock, calendar))],
            [.. opened.SelectMany(stage => stage.Case.Matters.Values.Select(matter => ProjectMatterView.Of(stage.Stage, stage.Case, matter, ground, calendar)))],
            [.. project.Cases.SelectMany(stage => stage.Reused.Select(reused => new ReusedView(stage.Stage, reused, reused.IsExpired(ground.Today))))],
            [.. opened.SelectMany(stage => stage.Case.Matters.Values.SelectMany(matter => matter.Results.Select(result =>
                new ProjectResultView(stage.Stage, stage.Case.Number, matter.Name, result, result.ValidUntil < ground.Today))))],
            clock,
            ground.Today);
    }
}

/// <summary>A stage against its limit.</summary>
/// <param name="Lead">The leading department's code.</param>
/// <param name="Used">Counted working days so far.</param>
/// <param name="DueOn">The last day within the stage's limit, as if every working day counted; null before it is opened, or where no calendar covers it.</param>
/// <param name="Missing">What the stage before still has to give, by name.</param>
public sealed record StageView(
    string Code,
    string Name,
    string Lead,
    string LeadName,
    StageState State,
    TimeLimit Limit,
    decimal Used,
    string? CaseId,
    string? CaseNumber,
    DateOnly? OpenedOn,
    DateOnly? EndedOn,
    DateOnly? DueOn,
    IReadOnlyList<string> Missing)
{
    internal static StageView Of(ProjectStage stage, Project project, ProjectGround ground, TotalClock clock, WorkingDayCalendar calendar)
    {
        var newest = StageStates.Newest(stage.Code, project, ground);
        var lead = project.LeadOf(stage);
        DateOnly? opened = newest is null ? null : RegionDay.Of(newest.ReceivedAt, calendar);
        return new StageView(
            stage.Code,
            stage.Name,
            lead,
            ground.Departments.GetValueOrDefault(lead) ?? lead,
            StageStates.Of(stage, project, ground),
            stage.Limit,
            clock.ByStage.GetValueOrDefault(stage.Code),
            newest?.Id,
            newest?.Number,
            opened,
            newest?.EndedAt is { } ended ? RegionDay.Of(ended, calendar) : null,
            opened is { } day ? Due(day, stage.Limit, calendar) : null,
            [.. StageStates.MissingBefore(stage, project, ground).Select(matter => NameOf(matter, ground))]);
    }

    private static DateOnly? Due(DateOnly opened, TimeLimit limit, WorkingDayCalendar calendar)
    {
        try
        {
            return calendar.AddWorkingDays(opened, (int)Math.Ceiling(limit.Amount));
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    private static string NameOf(string matter, ProjectGround ground) =>
        ground.Services.Values.SelectMany(service => service.Matters).FirstOrDefault(member => member.Matter.Code == matter)?.Matter.Name ?? matter;
}

/// <summary>A matter of a project: one cell of the matrix of departments and states.</summary>
/// <param name="PromisedDueOn">The due day of its promised limit; null before acceptance, or where no calendar covers it.</param>
/// <param name="IsLate">True where its promised limit passed before it was decided.</param>
public sealed record ProjectMatterView(
    string Stage,
    string CaseId,
    string Code,
    string Name,
    string Department,
    string DepartmentName,
    MatterState State,
    DateOnly? AcceptedOn,
    DateOnly? PromisedDueOn,
    bool BySilence,
    bool IsLate)
{
    internal static ProjectMatterView Of(string stage, Case state, CaseMatter matter, ProjectGround ground, WorkingDayCalendar calendar)
    {
        var promise = state.Clocks.Values.LastOrDefault(clock => clock.Matter == matter.Code && clock.WorkItemId is null && clock.Limit.Kind is ClockKind.Promise);
        return new ProjectMatterView(
            stage,
            state.Id,
            matter.Code,
            matter.Name,
            matter.Department,
            ground.Departments.GetValueOrDefault(matter.Department) ?? matter.Department,
            matter.State,
            matter.AcceptedOn,
            promise is null ? null : ClockReading.Of(promise, calendar, promise.EndedOn ?? ground.Today).DueOn,
            matter.SilentConsent is not null,
            promise?.ExpiredOn is not null);
    }
}

/// <summary>A material that a stage took over from before.</summary>
/// <param name="Stage">The stage that uses it.</param>
public sealed record ReusedView(string Stage, ReusedMaterial Material, bool IsExpired);

/// <summary>A document that the project has been given.</summary>
public sealed record ProjectResultView(string Stage, string CaseNumber, string MatterName, IssuedResult Result, bool IsExpired);
