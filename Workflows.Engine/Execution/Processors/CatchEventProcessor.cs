using Workflows.Definitions.Processes;

namespace Workflows.Engine.Execution.Processors;

/// <summary>An intermediate catch event waits; a link catch event is only where its throw event goes on.</summary>
internal static class CatchEventProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, IntermediateCatchEvent caught)
    {
        if (caught.Definitions is [LinkEventDefinition])
        {
            Elements.Complete(burst, instance);
        }
        else
        {
            Catching.Open(burst, instance, instance.ProcessId, caught);
        }
    }
}
