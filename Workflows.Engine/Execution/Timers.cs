using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Execution;

/// <summary>When a timer event is due (BPMN 2.0.2 §10.5.5): a date, a duration, a cycle, or a limit in working days.</summary>
/// <remarks>
/// A limit in working days stands as <c>approval:timeLimit</c> on the event; the timer is due when its last day has passed. A date, a
/// duration or a cycle is ISO 8601, or FEEL after <c>=</c> with such a text or a temporal value. A date without a zone is the region's, and
/// months are those of the calendar. What cannot be read is an incident: a timer that never fires would be silent.
/// </remarks>
internal static partial class Timers
{
    /// <param name="DueAt">Null where the time cannot be read.</param>
    /// <param name="Remaining">How often it may fire; null without end.</param>
    public sealed record Timer(DateTimeOffset? DueAt, int? Remaining);

    public static Timer First(Burst burst, ElementInstance waiting, Event node, TimerEventDefinition definition)
    {
        if (node.Approval.TimeLimits is [var limit, ..])
        {
            var clock = new Clock(0, limit, RegionDay.Of(burst.Now, burst.Definitions.Calendar), null, null, StartedAt: burst.Now);

            return new Timer(ClockReading.ExpiryInstant(clock, burst.Definitions.Calendar), 1);
        }

        return definition switch
        {
            { Date: { } date } => new Timer(Instant(burst, Value(burst, waiting, date)), 1),
            { Duration: { } duration } => new Timer(Later(burst, burst.Now, Value(burst, waiting, duration)), 1),
            { Cycle: { } text } when CycleOf(burst, waiting, text) is { } cycle => new Timer(cycle.Start ?? Later(burst, burst.Now, cycle.Period), cycle.Count),
            _ => new Timer(null, 1),
        };
    }

    /// <summary>A non-interrupting timer has fired: a cycle is armed again, any other is spent.</summary>
    public static void Passed(Burst burst, Subscription? subscription)
    {
        if (subscription is not { Kind: SubscriptionKind.Timer } || !burst.Case.Subscriptions.ContainsKey(subscription.Id))
        {
            return;
        }

        if (subscription is { Remaining: null or > 1, DueAt: { } due } && DefinitionOf(burst, subscription).Cycle is { } text
            && CycleOf(burst, burst.Case.Instances[subscription.InstanceId], text) is { } cycle)
        {
            burst.Emit(new SubscriptionChanged(subscription with { DueAt = Later(burst, due, cycle.Period), Remaining = subscription.Remaining - 1 }));
        }
        else
        {
            burst.Emit(new SubscriptionClosed(subscription.Id));
        }
    }

    /// <summary>The timers of an instance whose time could not be read.</summary>
    public static IReadOnlyList<Subscription> Unread(Burst burst, int instanceId, string elementId) =>
    [
        .. burst.Case.Subscriptions.Values.Where(subscription =>
            subscription is { Kind: SubscriptionKind.Timer, DueAt: null } && subscription.InstanceId == instanceId && subscription.ElementId == elementId),
    ];

    /// <summary>Reads the times again, after somebody has repaired what they come from.</summary>
    public static void ReadAgain(Burst burst, IReadOnlyList<Subscription> unread)
    {
        foreach (var subscription in unread)
        {
            var waiting = burst.Case.Instances[subscription.InstanceId];
            var timer = First(burst, waiting, (Event)Catching.NodeOf(burst, subscription), DefinitionOf(burst, subscription));
            burst.Emit(new SubscriptionChanged(subscription with { DueAt = timer.DueAt, Remaining = timer.Remaining }));
            RaiseUnread(burst, waiting, subscription.ElementId, timer);
        }
    }

    /// <summary>Tells a time that cannot be read; the element waits until somebody repairs it.</summary>
    public static void RaiseUnread(Burst burst, ElementInstance waiting, string elementId, Timer timer)
    {
        // In a simulation of tokens nobody gives times.
        if (timer.DueAt is null && burst.Steering is null)
        {
            burst.Emit(new IncidentRaised(new Incident(
                burst.NextId, waiting.Id, elementId, $"Expected timer '{elementId}' to have a date, a duration or a cycle that can be read, but it has none.", burst.Now)));
        }
    }

    private static TimerEventDefinition DefinitionOf(Burst burst, Subscription subscription) =>
        (TimerEventDefinition)((Event)Catching.NodeOf(burst, subscription)).Definitions[subscription.DefinitionIndex];

    /// <summary>The temporal value of a text, or of FEEL after <c>=</c>.</summary>
    private static FeelValue? Value(Burst burst, ElementInstance waiting, string text)
    {
        var value = text.StartsWith('=') ? Variables.Evaluate(burst, text[1..], Variables.SeenBy(burst, waiting)) : new FeelString(text.Trim());

        return value is FeelString { Value: var plain } ? TemporalText.Any(plain) : value;
    }

    private static (int? Count, DateTimeOffset? Start, FeelValue Period)? CycleOf(Burst burst, ElementInstance waiting, string text)
    {
        var value = text.StartsWith('=') ? Variables.Evaluate(burst, text[1..], Variables.SeenBy(burst, waiting)) : new FeelString(text.Trim());
        if (value is FeelDuration or FeelMonths)
        {
            return (null, null, value);
        }

        var parts = CycleParts().Match(value is FeelString { Value: var plain } ? plain : "");
        if (!parts.Success || TemporalText.Duration(parts.Groups["period"].Value) is not { } period)
        {
            return null;
        }

        var count = parts.Groups["count"].Length == 0 ? default(int?) : int.Parse(parts.Groups["count"].Value, CultureInfo.InvariantCulture);
        var start = parts.Groups["start"];
        return !start.Success ? (count, null, period)
            : TemporalText.DateTime(start.Value) is { } first && Instant(burst, first) is { } instant ? (count, instant, period)
            : null;
    }

    private static DateTimeOffset? Instant(Burst burst, FeelValue? value) => value switch
    {
        FeelDate date => date.ToDateOnly() is { } day ? RegionDay.Start(day, burst.Definitions.Calendar) : null,
        FeelDateTime { Time.Zone: null } local => local.Date.ToDateOnly() is { } day
            ? RegionDay.At(day, TimeOnly.MinValue.Add(TimeSpan.FromTicks(local.Time.NanosecondOfDay / 100)), burst.Definitions.Calendar)
            : null,
        FeelDateTime zoned => zoned.ToInstant(),
        _ => null,
    };

    /// <summary>The instant that much after another, by the clock of the region.</summary>
    private static DateTimeOffset? Later(Burst burst, DateTimeOffset instant, FeelValue? period)
    {
        var local = FeelDateTime.Of(TimeZoneInfo.ConvertTime(instant, burst.Definitions.Calendar.TimeZone));

        return period switch
        {
            FeelDuration { Seconds: > 0 } duration => local.AddSeconds(duration.Seconds)?.ToInstant(),
            FeelMonths { Months: > 0 } months => local.AddMonths(months.Months)?.ToInstant(),
            _ => null,
        };
    }

    [GeneratedRegex(@"^R(?<count>\d{0,9})/((?<start>[^/]+)/)?(?<period>P[^/]+)$")]
    private static partial Regex CycleParts();
}
