using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Engine.Inbox;
using Workflows.Engine.Intake;
using Workflows.Engine.Lookup;
using Workflows.Engine.WorkItems;
using Xunit;

namespace Workflows.Specs.Drivers;

/// <summary>What officers do with the case, in the words of the definitions: steps, matters and outcomes by their names.</summary>
internal sealed class Handling(Office office, People people)
{
    /// <summary>Completes a step that has to be open to the officer.</summary>
    /// <param name="matter">The matter's name.</param>
    public async Task Complete(Actor officer, DateOnly on, string matter, string step, string outcome, string? opinion = null)
    {
        await office.MoveTo(on);
        await office.Do(officer, await Completion(OpenItem(matter, step), outcome, opinion));
    }

    /// <summary>Tries to complete a step, open or not.</summary>
    public async Task TryComplete(Actor officer, DateOnly on, string matter, string step, string outcome, string? opinion = null)
    {
        await office.MoveTo(on);
        await office.Try(officer, await Completion(NewestItem(matter, step), outcome, opinion));
    }

    public async Task Claim(Actor officer, DateOnly on, string matter)
    {
        await office.MoveTo(on);
        await office.Do(officer, new ClaimWorkItem(NewestItem(matter).Id));
    }

    /// <summary>All steps of a matter on one day, up to its certificate where it is approved.</summary>
    public async Task Settle(string department, DateOnly on, string matter, string decision)
    {
        var officer = await people.Officer(department);
        await Complete(officer, on, matter, "受理", "受理");
        await Complete(officer, on, matter, "审查", "符合");
        if (NewestItem(matter).Name == "现场核查")
        {
            await Complete(officer, on, matter, "现场核查", "符合");
        }

        await Complete(await people.Head(department), on, matter, "决定", decision, "依据审查情况");
        if (NewestItem(matter).Name == "制证")
        {
            await Complete(officer, on, matter, "制证", "已制证");
        }
    }

    public async Task Deliver(DateOnly on)
    {
        await office.MoveTo(on);
        var item = office.Case.WorkItems.Values.Single(item => item is { Name: "统一出件", IsOpen: true });
        await office.Do(People.Clerk, await Completion(item, "已送达", null));
    }

    /// <summary>The department asks for a better material at the step that it has open.</summary>
    public async Task RequestCorrection(Actor officer, DateOnly on, string material, string reason)
    {
        await TryRequestCorrection(officer, on, material, reason);
        office.Refusal?.Message.ShouldBeNull();
    }

    /// <summary>As <see cref="RequestCorrection"/>, and may be refused.</summary>
    public async Task TryRequestCorrection(Actor officer, DateOnly on, string material, string reason)
    {
        await office.MoveTo(on);
        var item = office.Case.WorkItems.Values.Single(item => item.IsOpen && item.Department == officer.Department);
        var point = new CorrectionPoint(await Material(material), null, reason, null);
        await office.Try(officer, new RequestCorrection(item.Id, [point], reason));
    }

    /// <param name="form">Changed form values only; null where none changed.</param>
    public async Task AnswerCorrection(DateOnly on, string material, FeelContext? form = null)
    {
        await office.MoveTo(on);
        var correction = office.Case.Corrections.Values.Single(correction => correction.IsOpen);
        var given = await office.Material(await Material(material), $"{material}-补正.pdf");
        var intake = (await office.Engine()).Get<CorrectionIntake>();
        office.Take(await intake.Answer(office.Case.Id, correction.Id, [given], form, null, Actor.Applicant, "correction", TestContext.Current.CancellationToken));
        office.Refusal?.Message.ShouldBeNull();
    }

    /// <summary>The names of the steps that wait in the inbox of a department, for its officer or clerk.</summary>
    public async Task<IReadOnlyList<string>> Inbox(string department)
    {
        var reader = (await office.Engine()).Get<InboxReader>();
        var page = await reader.Read(new InboxQuery(), new PageRequest(), await people.Officer(department), TestContext.Current.CancellationToken);
        return [.. page.Items.Select(row => row.Name)];
    }

    /// <summary>The newest work item of a matter.</summary>
    public int Newest(string matter, string? step = null) => NewestItem(matter, step).Id;

    public CaseMatter Matter(string name) => office.Case.Matters.Values.Single(matter => matter.Name == name);

    private WorkItem OpenItem(string matter, string step) =>
        NewestItem(matter, step) is { IsOpen: true } item ? item : throw new InvalidOperationException($"Expected step '{step}' of '{matter}' to be open, but it is not.");

    private WorkItem NewestItem(string matter, string? step = null)
    {
        var code = Matter(matter).Code;
        return office.Case.WorkItems.Values.Last(item => item.Matter == code && (step is null || item.Name == step));
    }

    private async Task<string> Material(string name) => (await office.Published()).Library.Materials.Values.Single(material => material.Name == name).Code;

    private async Task<CompleteWorkItem> Completion(WorkItem item, string outcome, string? opinion)
    {
        var task = (UserTask)(await office.Published()).Definitions.Processes[item.ProcessId].Place(item.ElementId).Node;
        return new CompleteWorkItem(item.Id, task.Approval.Outcomes.Single(candidate => candidate.Name == outcome).Code, opinion);
    }
}
