using System.Collections.Frozen;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Clocks;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;

namespace Workflows.Engine.Definitions;

/// <summary>Puts a service, the processes that it calls and its decisions together.</summary>
public static class DefinitionSetBuilder
{
    /// <param name="shared">The called processes of the library.</param>
    /// <param name="decide">Evaluates <c>file#id</c> against variables, at an instant.</param>
    /// <param name="guide">From the answers to <c>{matters, route, …}</c>.</param>
    /// <param name="calendars">The calendars of departments that have their own are among them.</param>
    /// <param name="clocks">What holds for the clocks of all services; null for nothing.</param>
    /// <exception cref="InvalidOperationException">The service's file has no process.</exception>
    public static DefinitionSet Build(
        ServiceDefinition service,
        IEnumerable<ProcessModel> shared,
        WorkingDayCalendar calendar,
        Func<string, FeelContext, DateTimeOffset, FeelResult> decide,
        Func<FeelContext, FeelContext> guide,
        ClockRules? clocks = null,
        CalendarSet? calendars = null)
    {
        ProcessModel[] models = [service.Process, .. shared];
        var main = service.Process.Processes is [var first, ..]
            ? first
            : throw new InvalidOperationException($"Expected a process in '{service.Process.Source}', but it has none.");

        return new DefinitionSet
        {
            Service = service,
            MainProcessId = main.Id,
            Processes = models
                .SelectMany(model => model.Processes)
                .ToFrozenDictionary(process => process.Id, process => new ExecutableProcess(process), StringComparer.Ordinal),
            Calendar = calendar,
            Calendars = calendars,
            Clocks = clocks ?? ClockRules.None,
            Decide = decide,
            Guide = guide,
            Participants = service.Process.Participants,
            MessageFlows = service.Process.MessageFlows,
            EventNames = models.SelectMany(Names).GroupBy(name => name.Key).ToFrozenDictionary(group => group.Key, group => group.First().Value),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Names(ProcessModel model) =>
        from references in new[] { model.Messages, model.Signals, model.Errors, model.Escalations }
        from reference in references.Values
        select KeyValuePair.Create(reference.Id, reference.Code ?? reference.Name ?? reference.Id);
}
