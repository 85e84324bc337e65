using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;

namespace Workflows.Engine.Execution.Processors;

/// <summary>A business rule task assigns the value of its DMN decision; a value, or its entry <c>outcome</c>, that is one of its outcomes is given as that outcome.</summary>
internal static class BusinessRuleTaskProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, BusinessRuleTask task)
    {
        if (task.Approval.Decision is not { } decision)
        {
            Elements.Complete(burst, instance);

            return;
        }

        var result = Variables.Decide(burst, decision, Variables.SeenBy(burst, instance));
        if (result.Value is FeelNull)
        {
            Elements.RaiseIncident(
                burst,
                instance,
                $"Expected decision '{decision}' of '{task.Id}' to give a value, but it gave none: {string.Join("; ", result.Warnings)}");

            return;
        }

        Variables.SetAround(burst, instance, Variables.Of(task.Approval.ResultVariable ?? task.Id, result.Value));
        var stated = result.Value is FeelContext context ? context["outcome"] : result.Value;
        if (stated is FeelString { Value: var code } && task.Approval.Outcomes.FirstOrDefault(outcome => outcome.Code == code) is { } given)
        {
            MatterProgress.OutcomeGiven(burst, instance, given, MatterProgress.Today(burst));
        }

        MatterProgress.StepDone(burst, instance, task);
        Elements.Complete(burst, instance);
    }
}
