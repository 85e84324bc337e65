using System.Collections.Frozen;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;

namespace Workflows.Engine.Definitions;

/// <summary>Everything that a case is bound to: its service's version with all that the service refers to.</summary>
public sealed class DefinitionSet
{
    public required ServiceDefinition Service { get; init; }

    /// <summary>The service's own process.</summary>
    public required ProcessDefinition MainProcess { get; init; }

    /// <summary>All processes that can run in the case, by process id.</summary>
    public required FrozenDictionary<string, ProcessDefinition> Processes { get; init; }

    public required WorkingDayCalendar Calendar { get; init; }
}
