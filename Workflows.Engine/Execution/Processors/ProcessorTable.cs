using System.Collections.Frozen;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution.Processors;

/// <summary>From BPMN element to the file that gives it its meaning.</summary>
internal static class ProcessorTable
{
    private static readonly FrozenDictionary<Type, Action<Burst, ElementInstance, FlowNode>> Processors =
        new Dictionary<Type, Action<Burst, ElementInstance, FlowNode>>
        {
            [typeof(AbstractTask)] = (burst, instance, node) => AbstractTaskProcessor.Enter(burst, instance, (AbstractTask)node),
            [typeof(ManualTask)] = (burst, instance, _) => Elements.Complete(burst, instance),
            [typeof(UserTask)] = (burst, instance, node) => WorkItemOffers.Offer(burst, instance, (UserTask)node),
            [typeof(ServiceTask)] = ServiceTaskProcessor.Enter,
            [typeof(SendTask)] = (burst, instance, node) => SendTaskProcessor.Enter(burst, instance, (SendTask)node),
            [typeof(ReceiveTask)] = (burst, instance, node) => Catching.Open(burst, instance, (ReceiveTask)node),
            [typeof(ScriptTask)] = (burst, instance, node) => ScriptTaskProcessor.Enter(burst, instance, (ScriptTask)node),
            [typeof(BusinessRuleTask)] = (burst, instance, node) => BusinessRuleTaskProcessor.Enter(burst, instance, (BusinessRuleTask)node),
            [typeof(CallActivity)] = (burst, instance, node) => CallActivityProcessor.Enter(burst, instance, (CallActivity)node),
            [typeof(SubProcess)] = (burst, instance, _) => Scopes.Begin(burst, instance),
            [typeof(Transaction)] = (burst, instance, _) => Scopes.Begin(burst, instance),
            [typeof(AdHocSubProcess)] = (burst, instance, _) => Scopes.Begin(burst, instance),
            [typeof(ExclusiveGateway)] = (burst, instance, node) => ExclusiveGatewayProcessor.Enter(burst, instance, (ExclusiveGateway)node),
            [typeof(InclusiveGateway)] = (burst, instance, node) => InclusiveGatewayProcessor.Enter(burst, instance, (InclusiveGateway)node),
            [typeof(ParallelGateway)] = (burst, instance, node) => Elements.Leave(burst, instance, node, node.Outgoing),
            [typeof(EventBasedGateway)] = (burst, instance, node) => EventBasedGatewayProcessor.Enter(burst, instance, (EventBasedGateway)node),
            [typeof(ComplexGateway)] = (burst, instance, node) => ComplexGatewayProcessor.Enter(burst, instance, (ComplexGateway)node),
            [typeof(StartEvent)] = (burst, instance, _) => Elements.Complete(burst, instance),
            [typeof(IntermediateCatchEvent)] = (burst, instance, node) => CatchEventProcessor.Enter(burst, instance, (IntermediateCatchEvent)node),
            [typeof(IntermediateThrowEvent)] = (burst, instance, node) => ThrowEventProcessor.Enter(burst, instance, (Event)node),
            [typeof(EndEvent)] = (burst, instance, node) => ThrowEventProcessor.Enter(burst, instance, (Event)node),
        }.ToFrozenDictionary();

    /// <summary>The elements that run.</summary>
    public static IEnumerable<Type> Supported => Processors.Keys;

    public static void Enter(Burst burst, ElementInstance instance, FlowNode node)
    {
        if (burst.Steering?.Waits(node.Id) is not true)
        {
            Processors[node.GetType()](burst, instance, node);
        }
    }
}
