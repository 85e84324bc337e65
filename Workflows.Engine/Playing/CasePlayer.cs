using Workflows.Definitions.Calendars;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Definitions;
using Workflows.Engine.Files;
using Workflows.Engine.Handling;
using Workflows.Engine.Journal;
using Workflows.Engine.Materials;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Playing;

/// <summary>Plays an example application to its end: officers act on the days of its script, else on the next working day.</summary>
internal sealed class CasePlayer(PlayHost host, PublishedService service, ExampleApplication example)
{
    private const string CaseId = "play";

    /// <summary>A play of more acts and due instants than this does not come to an end.</summary>
    private const int StepLimit = 2000;

    private DefinitionSet Definitions => service.Definitions;

    private Library Library => service.Library;

    private WorkingDayCalendar Calendar => service.Definitions.Calendar;

    /// <exception cref="InvalidOperationException">A command of the play was refused, or the play does not end.</exception>
    public async Task<PlayedCase> Play(CancellationToken cancellation)
    {
        var state = await Start(cancellation);
        for (var steps = 0; state.Status is CaseStatus.Running; steps++)
        {
            var act = Next(state);
            var due = NextInstant(state);
            if (steps == StepLimit || (act is null && due is null))
            {
                throw new InvalidOperationException($"Expected example '{example.Code}' to end, but after {steps} steps nobody has anything to do: {Waiting(state)}.");
            }

            // What falls due before the act happens on its own day, as the sweeper would have it, and may give others something to do.
            state = act is null || due <= At(act.On, 9)
                ? await At(due!.Value, Actor.Engine, new ReachTime(), cancellation)
                : await At(At(act.On, 10), act.Actor, await WithFiles(act, cancellation), cancellation);
        }

        var journal = host.Get<JournalReader>();

        return PlayReport.Of(
            example,
            Definitions,
            Library,
            state,
            await journal.Read(CaseId, cancellation),
            (await journal.Verify(CaseId, cancellation)).IsIntact);
    }

    private async Task<Case> Start(CancellationToken cancellation)
    {
        var clerk = PlayActors.Clerk(Library, Definitions);
        var applicant = example.Applicant;

        return await Send(
            clerk,
            new StartCase(
                string.Empty,
                Definitions.Service.Code,
                Definitions.Service.Version,
                new Applicant(applicant.Kind, applicant.Name, applicant.IdNumber, applicant.Phone, applicant.AgentName),
                example.Answers,
                example.Form,
                await Save(example.Materials, clerk, cancellation),
                "window"),
            cancellation);
    }

    private PlannedAct? Next(Case state) => Items(state).Concat(Answers(state))
        .OrderBy(act => act.On)
        .ThenBy(act => act.Order)
        .FirstOrDefault();

    private IEnumerable<PlannedAct> Items(Case state) => state.WorkItems.Values
        .Where(item => item.State is WorkItemState.Offered or WorkItemState.Claimed)
        .Select(item => Plan(state, item));

    private PlannedAct Plan(Case state, WorkItem item)
    {
        var scripted = example.Script.FirstOrDefault(act => act.Step == item.ElementId && act.Matter == item.Matter);
        var isCorrected = state.Corrections.Values.Any(correction => correction.WorkItemId == item.Id);
        CaseCommand command = scripted?.Correction is { } correction && !isCorrected
            ? Request(correction, item)
            : new CompleteWorkItem(item.Id, scripted?.Outcome ?? FirstOutcome(item), scripted?.Opinion, scripted?.Values);

        return new PlannedAct(DayOf(state, item, scripted), item.Id, PlayActors.Of(Library, item), command);
    }

    private IEnumerable<PlannedAct> Answers(Case state) => state.Corrections.Values
        .Where(correction => correction.IsOpen)
        .Select(correction => new PlannedAct(
            AnswerTo(state, correction).On,
            correction.Id,
            PlayActors.Clerk(Library, Definitions),
            new AnswerCorrection(correction.Id, [], AnswerTo(state, correction).Form, AnswerTo(state, correction).Note))
        {
            Materials = AnswerTo(state, correction).Materials,
        });

    private ExampleAnswer AnswerTo(Case state, Correction correction)
    {
        var item = state.WorkItems[correction.WorkItemId];

        return example.Script.First(act => act.Step == item.ElementId && act.Matter == item.Matter && act.Correction is not null).Correction!.Answer;
    }

    private async Task<CaseCommand> WithFiles(PlannedAct act, CancellationToken cancellation) =>
        act.Command is AnswerCorrection answer
            ? answer with { Materials = await Save(act.Materials, act.Actor, cancellation) }
            : act.Command;

    private Task<List<GivenMaterial>> Save(IReadOnlyDictionary<string, string> materials, Actor actor, CancellationToken cancellation) =>
        PlayFiles.Save(host.Get<FileStore>(), materials, actor, host.Time.GetUtcNow(), cancellation);

    private static RequestCorrection Request(ExampleCorrection correction, WorkItem item) => new(
        item.Id,
        [.. correction.Points.Select(point => new CorrectionPoint(point.Material, point.Field, point.ReviewPoint, point.Note))],
        correction.Reason);

    private DateOnly DayOf(Case state, WorkItem item, ExampleAct? scripted)
    {
        var answered = state.Corrections.Values.Where(correction => correction.WorkItemId == item.Id).Max(correction => correction.AnsweredAt);
        var since = RegionDay.Of(answered ?? item.OfferedAt, Calendar);
        var usual = Calendar.AddWorkingDays(since, 1);

        return scripted?.On is { } day && day >= since && answered is null ? day : usual;
    }

    private string FirstOutcome(WorkItem item) =>
        Definitions.Processes[item.ProcessId].Place(item.ElementId).Node is UserTask { Approval.Outcomes: [var first, ..] } ? first.Code : "done";

    private Task<Case> At(DateTimeOffset instant, Actor actor, CaseCommand command, CancellationToken cancellation)
    {
        host.Time.MoveTo(instant);
        return Send(actor, command, cancellation);
    }

    private DateTimeOffset? NextInstant(Case state) => state.Clocks.Values
        .Select(clock => ClockReading.NextInstant(clock, Definitions.CalendarOf(clock)))
        .Concat(state.Subscriptions.Values.Select(timer => timer.DueAt))
        .Min();

    private async Task<Case> Send(Actor actor, CaseCommand command, CancellationToken cancellation) =>
        await host.Get<CaseHandler>().Send(CaseId, actor, command, null, cancellation) switch
        {
            CommandAccepted accepted => accepted.Case,
            CommandRejected rejected => throw new InvalidOperationException(rejected.Rejection.Message),
            var other => throw new InvalidOperationException($"Expected an answer to {command.GetType().Name}, but got {other}."),
        };

    private DateTimeOffset At(DateOnly day, int hour) => RegionDay.Start(day, Calendar).AddHours(hour);

    private static string Waiting(Case state) => string.Join(", ", state.Instances.Values.Select(instance => instance.ElementId));

    private sealed record PlannedAct(DateOnly On, int Order, Actor Actor, CaseCommand Command)
    {
        public IReadOnlyDictionary<string, string> Materials { get; init; } = new Dictionary<string, string>();
    }
}
