using System.Collections.Concurrent;
using System.Collections.Frozen;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Clocks;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Definitions;

/// <summary>Everything that a case is bound to: its service's version with all that the service refers to.</summary>
public sealed class DefinitionSet
{
    private readonly ConcurrentDictionary<string, FeelExpression> expressions = new(StringComparer.Ordinal);
    private FeelContext? calendarFunctions;
    private ScopeEnds? ends;

    /// <summary>The service; its matters, form and guidance.</summary>
    public required ServiceDefinition Service { get; init; }

    /// <summary>The id of the process that a new case starts.</summary>
    public required string MainProcessId { get; init; }

    /// <summary>All processes that can run in the case, by process id.</summary>
    public required FrozenDictionary<string, ExecutableProcess> Processes { get; init; }

    public required WorkingDayCalendar Calendar { get; init; }

    /// <summary>The calendars of all regions and of departments that have their own; null where there is only <see cref="Calendar"/>.</summary>
    public CalendarSet? Calendars { get; init; }

    /// <summary>What holds for the clocks of all services.</summary>
    public ClockRules Clocks { get; init; } = ClockRules.None;

    /// <summary>Working days in expressions, under <see cref="FeelCalendar.Name"/>.</summary>
    public FeelContext CalendarFunctions => calendarFunctions ??= FeelCalendar.Of(Calendar);

    /// <summary>Whether what is at work can come to its end.</summary>
    internal ScopeEnds Ends => ends ??= new ScopeEnds(id => Processes.GetValueOrDefault(id)?.Definition);

    /// <summary>Evaluates the decision <c>file#id</c> of a business rule task at an instant.</summary>
    public Func<string, FeelContext, DateTimeOffset, FeelResult> Decide { get; init; } = (decision, _, _) =>
        new FeelResult(FeelValue.Null, [$"Expected decision '{decision}', but the definitions hold none."]);

    /// <summary>From the answers to the guided questions to <c>{matters, route, …}</c>.</summary>
    public required Func<FeelContext, FeelContext> Guide { get; init; }

    /// <summary>The pools of the file, for messages between them.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    public IReadOnlyList<MessageFlow> MessageFlows { get; init; } = [];

    /// <summary>Names of messages and signals, codes of errors and escalations, by the id that events refer to.</summary>
    public IReadOnlyDictionary<string, string> EventNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The calendar by which a clock counts: its department's, or the region's.</summary>
    public WorkingDayCalendar CalendarOf(Clock clock) =>
        clock.Calendar is { } own && Calendars?.TryGet(own, out var calendar) == true ? calendar : Calendar;

    /// <summary>The calendar of a department's own, or null where it counts by the region's.</summary>
    public WorkingDayCalendar? CalendarOf(string? department) =>
        Calendars?.Of(Calendar.Region, department) is { Department: not null } own ? own : null;

    /// <summary>True where something in the processes waits for a message of this name.</summary>
    public bool WaitsFor(string message) => Processes.Values
        .SelectMany(process => process.Definition.Content.Descendants())
        .Any(node => node switch
        {
            ReceiveTask task => EventName(task.MessageId) == message,
            StartEvent or IntermediateCatchEvent or BoundaryEvent =>
                ((Event)node).Definitions.OfType<MessageEventDefinition>().Any(about => EventName(about.MessageId) == message),
            _ => false,
        });

    /// <summary>The definition of a matter of the service, or null.</summary>
    public MatterDefinition? Matter(string code) => Service.Matters.FirstOrDefault(member => member.Matter.Code == code)?.Matter;

    /// <summary>The parsed expression; each text is parsed once.</summary>
    /// <exception cref="FeelSyntaxException">The text is not FEEL.</exception>
    public FeelExpression Expression(string text) => expressions.GetOrAdd(text, FeelExpression.Parse);

    /// <summary>The name or code behind a reference; the reference itself where the file names nothing; null for none.</summary>
    public string? EventName(string? reference) =>
        reference is null ? null : EventNames.GetValueOrDefault(reference) ?? reference;
}
