using Workflows.Definitions;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;

namespace Workflows.Engine.Definitions;

/// <summary>Nothing with an error is published, whatever the screen or tool said that asked for it.</summary>
internal static class PublicationCheck
{
    /// <summary>The errors of a service's process and of every process that it calls; none where it may be published.</summary>
    public static IReadOnlyList<DefinitionError> Errors(Library library, ServiceDefinition service) =>
        [.. Called(library, service.Process)
            .SelectMany(model => DefinitionLinter.Check(new DefinitionUnderCheck(model)
            {
                Library = library,
                Service = model == service.Process ? service : null,
            }))
            .Where(finding => finding.Severity is Severity.Error)
            .Select(finding => new DefinitionError(finding.Source, finding.Line, finding.Column, finding.ElementId, $"{finding.Message} ({finding.RuleId})"))];

    private static List<ProcessModel> Called(Library library, ProcessModel main)
    {
        var found = new List<ProcessModel> { main };
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(found[next].Processes
                .SelectMany(process => process.Content.Descendants().OfType<CallActivity>())
                .Select(call => call.CalledElement is { } called ? library.SharedProcesses.GetValueOrDefault(called) : null)
                .OfType<ProcessModel>()
                .Distinct()
                .Except(found)
                .ToList());
        }

        return found;
    }
}
