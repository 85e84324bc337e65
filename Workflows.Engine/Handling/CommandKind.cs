using System.Collections.Concurrent;
using System.Text.Json;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Handling;

/// <summary>The kind of a command as the journal names it: kebab-case, e.g. <c>claim-work-item</c>.</summary>
public static class CommandKind
{
    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    public static string Of(CaseCommand command) =>
        Kinds.GetOrAdd(command.GetType(), type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));
}
