using System.Globalization;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Materials;
using Workflows.Engine.Playing;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Simulation;

/// <summary>A case of a simulation: decided as a real one, and stored nowhere.</summary>
internal sealed class SimulatedCase(int number, PublishedService service, ExampleApplication example)
{
    private readonly HashSet<int> offered = [];
    private int commands;

    public Case? State { get; private set; }

    /// <summary>Why it cannot go on; null where it can.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>The instant for which it has asked to be woken.</summary>
    public DateTimeOffset? WakesAt { get; set; }

    private DefinitionSet Definitions => service.Definitions;

    public bool IsOpen(int workItemId) => State?.WorkItems[workItemId].IsOpen == true;

    public void Start(DateTimeOffset at)
    {
        var clerk = PlayActors.Clerk(service.Library, Definitions);
        var applicant = example.Applicant;
        Send(clerk, at, new StartCase(
            number.ToString(CultureInfo.InvariantCulture),
            Definitions.Service.Code,
            Definitions.Service.Version,
            new Applicant(applicant.Kind, applicant.Name, applicant.IdNumber, applicant.Phone, applicant.AgentName),
            example.Answers,
            example.Form,
            [.. example.Materials.Select(file => new GivenMaterial(file.Key, file.Key, file.Value, "application/pdf", 0, at, clerk.Name))],
            "window"));
    }

    /// <summary>Completes a step as the example says, else with its first outcome; corrections of the example are left out.</summary>
    public void Complete(int workItemId, DateTimeOffset at)
    {
        Reach(at);
        if (!IsOpen(workItemId))
        {
            return;
        }

        var item = State!.WorkItems[workItemId];
        var scripted = example.Script.FirstOrDefault(act => act.Step == item.ElementId && act.Matter == item.Matter);
        var completion = new CompleteWorkItem(workItemId, scripted?.Outcome ?? FirstOutcome(item), scripted?.Opinion ?? item.Name, scripted?.Values);
        Send(PlayActors.Of(service.Library, item), at, completion);
    }

    /// <summary>Has what fell due since the last command happen now: the state decides what that is.</summary>
    public void Reach(DateTimeOffset at)
    {
        if (NextInstant <= at)
        {
            Send(Actor.Engine, at, new ReachTime());
        }
    }

    /// <summary>When time alone changes it next; null where it does not.</summary>
    public DateTimeOffset? NextInstant => State is not { Status: CaseStatus.Running } state ? null : state.Clocks.Values
        .Select(clock => ClockReading.NextInstant(clock, Definitions.CalendarOf(clock)))
        .Concat(state.Subscriptions.Values.Select(timer => timer.DueAt))
        .Min();

    /// <summary>The work items that were offered since this was asked last.</summary>
    public IReadOnlyList<WorkItem> NewItems() =>
        State is null ? [] : [.. State.WorkItems.Values.Where(item => item.IsOpen && offered.Add(item.Id))];

    /// <summary>The limits that were met or passed until a day, each with the department that it measures.</summary>
    public IEnumerable<(string Department, bool IsLate)> Limits(DateOnly today)
    {
        foreach (var clock in State?.Clocks.Values ?? [])
        {
            var status = ClockReading.Of(clock, Definitions.CalendarOf(clock), clock.EndedOn ?? today).Status;
            if (status is ClockStatus.Met or ClockStatus.MetLate or ClockStatus.Overdue)
            {
                yield return (DepartmentOf(clock), status is not ClockStatus.Met);
            }
        }
    }

    /// <summary>Working days from receipt to the end; null for a case that has not ended.</summary>
    public int? Days => State is { EndedAt: { } ended } state
        ? Definitions.Calendar.CountWorkingDays(RegionDay.Of(state.ReceivedAt, Definitions.Calendar), RegionDay.Of(ended, Definitions.Calendar))
        : null;

    private string DepartmentOf(Clock clock) =>
        clock.WorkItemId is { } item ? State!.WorkItems[item].Department
        : clock.Matter is { } matter && Definitions.Matter(matter) is { } definition ? definition.Department
        : Definitions.Service.LeadDepartment;

    private string FirstOutcome(WorkItem item) =>
        Definitions.Processes[item.ProcessId].Place(item.ElementId).Node is UserTask { Approval.Outcomes: [var first, ..] } ? first.Code : "done";

    private void Send(Actor actor, DateTimeOffset at, CaseCommand command)
    {
        var envelope = new CommandEnvelope($"{number}-{commands++}", $"simulated-{number}", actor, at, at, command);
        switch (CaseDecider.Decide(envelope, State, Definitions))
        {
            case Accepted accepted:
                State = accepted.Case;
                Obstacle ??= accepted.Events.OfType<IncidentRaised>().FirstOrDefault()?.Incident.Message;
                break;
            case Rejected rejected:
                Obstacle ??= rejected.Message;
                break;
        }
    }
}
