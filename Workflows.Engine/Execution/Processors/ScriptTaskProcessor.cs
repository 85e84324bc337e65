using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;

namespace Workflows.Engine.Execution.Processors;

/// <summary>A script task assigns the value of its FEEL expression.</summary>
internal static class ScriptTaskProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, ScriptTask task)
    {
        if (task.Script is { } script && task.Approval.ResultVariable is { } name)
        {
            var value = Variables.Evaluate(burst, script, Variables.SeenBy(burst, instance));
            Variables.SetAround(burst, instance, Variables.Of(name, value));
        }

        MatterProgress.StepDone(burst, instance, task);
        Elements.Complete(burst, instance);
    }
}
