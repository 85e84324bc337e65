using Workflows.Definitions.Libraries;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Services;

/// <summary>Finds what the processes of a service name and the library does not have: departments, matters, form sections, decisions, called processes.</summary>
internal sealed class ProcessReferences(Library library, ServiceDefinition service)
{
    public IEnumerable<DefinitionError> Check() =>
        from model in Models()
        from process in model.Processes
        from node in process.Content.Descendants()
        from message in Messages(node)
        select new DefinitionError(model.Source, node.Line, 1, node.Id, message);

    /// <summary>The service's own file and those of the shared processes that it calls, directly or not.</summary>
    private List<ProcessModel> Models()
    {
        var models = new List<ProcessModel> { service.Process };
        for (var next = 0; next < models.Count; next++)
        {
            var called = models[next].Processes
                .SelectMany(process => process.Content.Descendants())
                .OfType<CallActivity>()
                .Select(call => call.CalledElement is null ? null : library.SharedProcesses.GetValueOrDefault(call.CalledElement))
                .OfType<ProcessModel>();
            models.AddRange(called.Except(models));
        }

        return models;
    }

    private IEnumerable<string> Messages(FlowNode node)
    {
        var approval = node.Approval;
        if (IsUnknown(approval.Department, library.Departments.ContainsKey))
        {
            yield return $"Expected '{node.Id}' to name a department of catalogue/departments.yaml, but there is no '{approval.Department}'.";
        }

        if (IsUnknown(approval.Matter, code => service.Matters.Any(member => member.Matter.Code == code)))
        {
            yield return $"Expected '{node.Id}' to name a matter of service '{service.Code}', but it has no '{approval.Matter}'.";
        }

        if (IsUnknown(approval.Form, code => service.Form.Sections.Any(section => section.Code == code)))
        {
            yield return $"Expected '{node.Id}' to name a section of form.yaml, but there is no '{approval.Form}'.";
        }

        if (approval.Decision is { } decision && library.FindDecision(service.Code, decision) is null)
        {
            yield return $"Expected '{node.Id}' to name a decision as file.dmn#id, but there is no '{decision}'.";
        }

        if (node is CallActivity call && !IsKnownProcess(call.CalledElement))
        {
            yield return $"Expected '{node.Id}' to call a process of the service or of shared/, but there is no '{call.CalledElement}'.";
        }
    }

    private bool IsKnownProcess(string? id) =>
        id is not null && (library.SharedProcesses.ContainsKey(id) || service.Process.Processes.Any(process => process.Id == id));

    private static bool IsUnknown(string? code, Func<string, bool> isKnown) => code is not null && !code.StartsWith('=') && !isKnown(code);
}
