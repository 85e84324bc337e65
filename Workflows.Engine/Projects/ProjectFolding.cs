using System.Diagnostics;

namespace Workflows.Engine.Projects;

/// <summary>Folds events into the project. Only assigns.</summary>
public static class ProjectFolding
{
    /// <summary>The project that a journal tells of.</summary>
    /// <exception cref="InvalidOperationException">The events do not begin with <see cref="ProjectRegistered"/>.</exception>
    public static Project Replay(IEnumerable<ProjectEvent> events) => events.Aggregate((Project?)null, (state, @event) => Apply(state, @event))
        ?? throw new InvalidOperationException("Expected a project's journal with at least one event, but it is empty.");

    public static Project Apply(Project? project, ProjectEvent @event) => @event switch
    {
        ProjectRegistered registered => registered.Project,
        _ when project is null => throw new InvalidOperationException($"Expected a project's journal to begin with its registration, but found {@event.GetType().Name}."),
        StageOpened opened => project with { Cases = project.Cases.Add(opened.Case) },
        StageDropped dropped => project with { Cases = project.Cases.RemoveAll(stage => stage.CaseId == dropped.CaseId) },
        MatterAdded added => project with { AddedMatters = project.AddedMatters.Add(added.Matter) },
        LeadReplaced replaced => project with { Leads = project.Leads.SetItem(replaced.Stage, replaced.To) },
        RegionalResultRecorded recorded => project with { RegionalResults = project.RegionalResults.SetItem(recorded.Result.Matter, recorded.Result) },
        ProjectTerminated terminated => project with { Status = ProjectStatus.Terminated, EndedAt = terminated.At },
        _ => throw new UnreachableException($"Expected an apply rule for {@event.GetType().Name}, but found none."),
    };
}
