using Workflows.Definitions.Processes;
using Workflows.Engine.Versions;

namespace Workflows.Specs.Versions;

/// <summary>The next version of a process: steps that have other ids, and steps that are new on the way.</summary>
internal sealed class EditedProcess
{
    private readonly Random random;
    private readonly List<ElementMove> moves = [];
    private int names;

    public EditedProcess(ProcessDefinition process, int seed)
    {
        random = new Random(seed);
        Definition = process with { Content = Edited(process.Content) };
    }

    public ProcessDefinition Definition { get; }

    public MigrationInstructions Instructions => new(moves);

    private FlowScope Edited(FlowScope content)
    {
        var renamed = content.Nodes.Where(node => random.Next(4) == 0).ToDictionary(node => node.Id, node => node.Id + "-neu", StringComparer.Ordinal);
        moves.AddRange(renamed.Select(pair => new ElementMove(pair.Key, pair.Value)));
        var nodes = content.Nodes.Select(node => node is SubProcess sub ? sub with { Content = Edited(sub.Content) } : node)
            .Select(node => node with { Id = Name(node.Id), Name = "改" })
            .ToList();
        var flows = new List<SequenceFlow>();
        foreach (var flow in content.Flows)
        {
            var (source, target) = (Name(flow.SourceId), Name(flow.TargetId));
            if (random.Next(5) == 0)
            {
                var step = $"inserted{++names}-{flow.Id}";
                nodes.Add(random.Next(2) == 0 ? new UserTask { Id = step } : new ManualTask { Id = step });
                flows.Add(flow with { SourceId = source, TargetId = step });
                flows.Add(new SequenceFlow($"{step}-on", step, target, null, null));
            }
            else
            {
                flows.Add(flow with { SourceId = source, TargetId = target });
            }
        }

        return new FlowScope(
            [.. nodes.Select(node => node with
            {
                Incoming = [.. flows.Where(flow => flow.TargetId == node.Id).Select(flow => flow.Id)],
                Outgoing = [.. flows.Where(flow => flow.SourceId == node.Id).Select(flow => flow.Id)],
            })],
            flows);

        string Name(string id) => renamed.GetValueOrDefault(id, id);
    }
}
