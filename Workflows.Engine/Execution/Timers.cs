using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Execution;

/// <summary>When a timer event is due (BPMN 2.0.2 §10.5.5): a date, a duration, a cycle, or a limit in working days.</summary>
/// <remarks>A limit in working days stands as <c>approval:timeLimit</c> on the event; the timer is due when its last day has passed.</remarks>
internal static partial class Timers
{
    /// <param name="Remaining">How often it may fire; null without end.</param>
    public sealed record Timer(DateTimeOffset? DueAt, int? Remaining);

    public static Timer First(Burst burst, ElementInstance waiting, Event node, TimerEventDefinition definition)
    {
        if (node.Approval.TimeLimits is [var limit, ..])
        {
            var clock = new Clock(0, limit, RegionDay.Of(burst.Now, burst.Definitions.Calendar), null, null, StartedAt: burst.Now);

            return new Timer(ClockReading.ExpiryInstant(clock, burst.Definitions.Calendar), 1);
        }

        var text = definition.Date ?? definition.Duration ?? definition.Cycle;

        return definition switch
        {
            { Date: { } date } => new Timer(Instant(burst, waiting, date), 1),
            { Duration: { } duration } => new Timer(burst.Now + Span(burst, waiting, duration), 1),
            { Cycle: { } cycle } => Cycle(burst, cycle),
            _ => new Timer(null, text is null ? 1 : null),
        };
    }

    /// <summary>A non-interrupting timer has fired: a cycle is armed again, any other is spent.</summary>
    public static void Passed(Burst burst, Subscription? subscription)
    {
        if (subscription is not { Kind: SubscriptionKind.Timer } || !burst.Case.Subscriptions.ContainsKey(subscription.Id))
        {
            return;
        }

        var definition = ((Event)Catching.NodeOf(burst, subscription)).Definitions[subscription.DefinitionIndex] as TimerEventDefinition;
        if (definition?.Cycle is { } cycle && subscription.Remaining is null or > 1 && subscription.DueAt is { } due)
        {
            var next = due + XmlConvert.ToTimeSpan(CycleParts().Match(cycle).Groups["period"].Value);
            burst.Emit(new SubscriptionChanged(subscription with { DueAt = next, Remaining = subscription.Remaining - 1 }));
        }
        else
        {
            burst.Emit(new SubscriptionClosed(subscription.Id));
        }
    }

    private static Timer Cycle(Burst burst, string cycle)
    {
        var parts = CycleParts().Match(cycle);

        return parts.Success
            ? new Timer(
                burst.Now + XmlConvert.ToTimeSpan(parts.Groups["period"].Value),
                parts.Groups["count"].Length == 0 ? null : int.Parse(parts.Groups["count"].Value, CultureInfo.InvariantCulture))
            : new Timer(null, 1);
    }

    private static DateTimeOffset? Instant(Burst burst, ElementInstance waiting, string text)
    {
        var plain = Variables.Text(burst, text, waiting) ?? text;

        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
    }

    private static TimeSpan? Span(Burst burst, ElementInstance waiting, string text)
    {
        var plain = Variables.Text(burst, text, waiting) ?? text;

        return Duration().IsMatch(plain) ? XmlConvert.ToTimeSpan(plain) : null;
    }

    [GeneratedRegex(@"^R(?<count>\d*)/(?<period>P[0-9DTHMS]+)$")]
    private static partial Regex CycleParts();

    [GeneratedRegex(@"^P(\d+[YMWD])*(T(\d+[HMS])+)?$")]
    private static partial Regex Duration();
}
