using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Approvals;

/// <summary>A call activity calls a process of its file or of <c>shared/</c>, and never one that calls it back.</summary>
public sealed class CalledProcessExists : IDefinitionRule
{
    public string Id => "called-process-exists";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        foreach (var (node, scope) in definition.Nodes)
        {
            if (node is not CallActivity call)
            {
                continue;
            }

            if (call.CalledElement is null)
            {
                yield return new Flaw(call.Id, $"Expected call activity '{call.Id}' to name the process that it calls, but it names none.");
            }
            else if (definition.FindProcess(call.CalledElement) is null)
            {
                if (definition.Library is not null)
                {
                    yield return new Flaw(call.Id, $"Expected call activity '{call.Id}' to call a process of the library, but there is no process '{call.CalledElement}'.");
                }
            }
            else if (Reaches(definition, call.CalledElement, scope.Process.Id, []))
            {
                yield return new Flaw(call.Id, $"Expected no process to call itself, but '{call.CalledElement}', called by '{call.Id}', comes back to '{scope.Process.Id}'.");
            }
        }
    }

    private static bool Reaches(DefinitionUnderCheck definition, string from, string to, HashSet<string> seen) =>
        from == to
        || (seen.Add(from)
            && definition.FindProcess(from) is { } process
            && process.Content.Descendants().OfType<CallActivity>().Any(call => call.CalledElement is { } next && Reaches(definition, next, to, seen)));
}
