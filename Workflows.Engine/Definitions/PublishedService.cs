using Workflows.Definitions;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Services;

namespace Workflows.Engine.Definitions;

/// <summary>A service as it was published, ready to run.</summary>
/// <param name="Library">What was published with it: departments, materials, decisions.</param>
public sealed record PublishedService(DefinitionSet Definitions, Library Library)
{
    /// <summary>Reads a service from its content, the calendars and the rules of clocks.</summary>
    /// <exception cref="DefinitionException">This program cannot read what was published.</exception>
    internal static PublishedService Read(string code, IEnumerable<byte[]> contents)
    {
        var library = DefinitionFiles.Library(contents);
        if (!library.Services.TryGetValue(code, out var service))
        {
            throw new DefinitionException(library.Errors);
        }

        return new PublishedService(
            DefinitionSetBuilder.Build(
                service,
                library.SharedProcesses.Values.Distinct(),
                library.Calendars[service.Region],
                (decision, scope, now) => Made(library.Decide(code, decision, scope, now)),
                answers => Guidance.Evaluate(service, answers).Context,
                library.Clocks,
                library.Calendars),
            library);
    }

    private static FeelResult Made(DecisionResult decision) => new(decision.Value, decision.Warnings);
}
