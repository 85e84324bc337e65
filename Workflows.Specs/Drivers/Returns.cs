using Shouldly;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Returning;
using Workflows.Engine.WorkItems;

namespace Workflows.Specs.Drivers;

/// <summary>Sends the case back, in the words of the definitions: steps and matters by their names.</summary>
internal sealed class Returns(Office office, Handling handling)
{
    private SendBack? seen;
    private SendBackPlan? plan;

    public async Task SendBack(Actor officer, DateOnly on, string matter, string step, SendBackReturn afterwards, string reason)
    {
        await office.MoveTo(on);
        await office.Do(officer, await Command(matter, step, afterwards, reason));
    }

    public async Task TrySendBack(Actor officer, DateOnly on, string matter, string step, string reason)
    {
        await office.MoveTo(on);
        await office.Try(officer, await Command(matter, step, SendBackReturn.Again, reason));
    }

    /// <summary>Looks at what sending back would do.</summary>
    public async Task Preview(Actor officer, string matter, string step)
    {
        seen = await Command(matter, step, SendBackReturn.Again, "看过影响");
        plan = SendBackPreview.Of(office.Case, (await office.Published()).Definitions, officer, office.Now, seen).Plan.ShouldNotBeNull();
    }

    /// <summary>Confirms what was shown.</summary>
    public Task Confirm(Actor officer) => office.Try(officer, seen! with { Mark = plan!.Mark });

    public IReadOnlyList<string> StepsToDoAgain => [.. plan!.Undone.Select(element => element.Name).Where(name => office.Case.WorkItems.Values.Any(item => item.Name == name))];

    public IReadOnlyList<string> Untouched => [.. plan!.Untouched.Select(item => item.Name)];

    public bool IsWaiting(string matter, string step) =>
        office.Case.WorkItems.Values.Any(item => item is { State: WorkItemState.Waiting } && item.Name == step && item.Matter == handling.Matter(matter).Code);

    public IEnumerable<Clock> LimitsOf(string matter) => office.Case.Clocks.Values.Where(clock => clock is { IsRunning: true, WorkItemId: null } && clock.Matter == handling.Matter(matter).Code);

    private async Task<SendBack> Command(string matter, string step, SendBackReturn afterwards, string reason)
    {
        var code = handling.Matter(matter).Code;
        var item = office.Case.WorkItems.Values.Last(one => one.Matter == code && one.State is not WorkItemState.Waiting);
        var content = (await office.Published()).Definitions.Processes[item.ProcessId].Definition.Content;

        return new SendBack(item.Id, content.Nodes.OfType<UserTask>().Single(task => task.Name == step).Id, afterwards, reason);
    }
}
