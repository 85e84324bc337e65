using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution.Processors;

/// <summary>A call activity runs the called process as a scope of the same case; for a matter, with the matter's facts in it.</summary>
internal static class CallActivityProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, CallActivity call)
    {
        if (call.CalledElement is null)
        {
            Elements.Complete(burst, instance);

            return;
        }

        if (!burst.Definitions.Processes.ContainsKey(call.CalledElement))
        {
            Elements.RaiseIncident(burst, instance, $"Expected '{call.Id}' to call a process of the library, but there is no process '{call.CalledElement}'.");

            return;
        }

        if (Variables.Text(burst, call.Approval.Matter, instance) is { } matter)
        {
            if (burst.Definitions.Matter(matter) is not { } definition)
            {
                Elements.RaiseIncident(burst, instance, $"Expected '{call.Id}' to handle a matter of the service, but '{matter}' is none.");

                return;
            }

            instance = instance with { Matter = matter };
            burst.Emit(new ElementChanged(instance));
            MatterProgress.HandlingBegins(burst, instance, definition);
        }

        Scopes.Begin(burst, instance);
    }
}
