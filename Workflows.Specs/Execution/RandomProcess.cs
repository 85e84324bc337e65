using Workflows.Definitions.Processes;

namespace Workflows.Specs.Execution;

/// <summary>A random process that is sound by construction: blocks within blocks, and acyclic nets of exclusive or inclusive gateways.</summary>
internal sealed class RandomProcess
{
    private static readonly ApprovalExtension Returnable = new() { SendBack = new SendBackRule([], [SendBackReturn.Again, SendBackReturn.Straight]) };

    private static readonly ApprovalExtension Signed = Returnable with
    {
        Outcomes = [new Outcome("agree", "同意"), new Outcome("disagree", "不同意")],
        Operations = ["add-signer", "remove-signer"],
    };

    private readonly Random random;
    private readonly bool isOffice;
    private int names;
    private int loops;

    /// <param name="isOffice">True for tasks as offices have them: some are countersigned, and all may be sent back; mostly smaller, as every step of every run is looked at.</param>
    public RandomProcess(int seed, bool isOffice = false)
    {
        random = new Random(seed);
        this.isOffice = isOffice;
        Definition = new ProcessDefinition { Id = "random", IsExecutable = true, Content = Content(!isOffice || seed % 50 == 49 ? 3 : seed % 5 == 4 ? 2 : 1) };
    }

    public ProcessDefinition Definition { get; }

    private FlowScope Content(int depth)
    {
        var part = new Part();
        var around = loops;
        loops = 0;
        var start = part.Add(new StartEvent { Id = Name("start") });
        var end = part.Add(new EndEvent { Id = Name("end") });
        var (first, last) = Block(part, depth);
        part.Connect(start, first);
        part.Connect(last, end);
        loops = around;

        return part.Build();
    }

    private (string First, string Last) Block(Part part, int depth) => depth == 0 ? Task(part) : random.Next(9) switch
    {
        0 => Task(part),
        1 or 2 => Sequence(part, depth),
        3 => Split(part, depth, id => new ParallelGateway { Id = id }),
        4 => Split(part, depth, id => new ExclusiveGateway { Id = id }),
        5 => Split(part, depth, id => new InclusiveGateway { Id = id }),
        6 => Loop(part, depth),
        // In a loop, a token behind an inclusive join can reach flows before it, and by §13.4.3 the join then does not wait for it.
        7 => Net(part, loops > 0 || random.Next(2) == 0 ? id => new ExclusiveGateway { Id = id } : id => new InclusiveGateway { Id = id }),
        _ => Nested(part, depth),
    };

    private (string First, string Last) Task(Part part)
    {
        var id = Name("task");
        if (isOffice && random.Next(5) == 0)
        {
            part.Add(new UserTask { Id = id, Approval = Signed, Loop = Countersign() });

            return (id, id);
        }

        part.Add(random.Next(4) == 0 ? new ManualTask { Id = id } : new UserTask { Id = id, Approval = isOffice ? Returnable : ApprovalExtension.None });

        return (id, id);
    }

    private MultiInstance Countersign()
    {
        Countersign? rule = random.Next(5) switch
        {
            0 => new Countersign(CountersignKind.All, null, null, null),
            1 => new Countersign(CountersignKind.Any, null, null, null),
            2 => new Countersign(CountersignKind.Votes, "agree", "if loopCounter = 1 then 2 else 1", "3"),
            _ => null,
        };

        return new MultiInstance(random.Next(2) == 0, "3", null, null, null, null, rule is null && random.Next(2) == 0 ? "numberOfCompletedInstances >= 2" : null, rule);
    }

    private (string First, string Last) Sequence(Part part, int depth)
    {
        var (first, last) = Block(part, depth - 1);
        for (var more = random.Next(1, 3); more > 0; more--)
        {
            var (next, end) = Block(part, depth - 1);
            part.Connect(last, next);
            last = end;
        }

        return (first, last);
    }

    private (string First, string Last) Split(Part part, int depth, Func<string, FlowNode> gateway)
    {
        var split = part.Add(gateway(Name("split")));
        var join = part.Add(gateway(Name("join")));
        for (var branches = random.Next(2, 4); branches > 0; branches--)
        {
            var (first, last) = Block(part, depth - 1);
            part.Connect(split, first);
            part.Connect(last, join);
        }

        return (split, join);
    }

    private (string First, string Last) Loop(Part part, int depth)
    {
        var again = part.Add(new ExclusiveGateway { Id = Name("again") });
        var leave = part.Add(new ExclusiveGateway { Id = Name("leave") });
        loops++;
        var (first, last) = Block(part, depth - 1);
        loops--;
        part.Connect(again, first);
        part.Connect(last, leave);
        part.Connect(leave, again);

        return (again, leave);
    }

    // Every node splits and joins at once, and every flow leads forward: no block structure, yet always an end.
    private (string First, string Last) Net(Part part, Func<string, FlowNode> gateway)
    {
        var nodes = Enumerable.Range(0, random.Next(4, 8)).Select(_ => part.Add(gateway(Name("net")))).ToList();
        for (var from = 0; from < nodes.Count - 1; from++)
        {
            var targets = Enumerable.Range(from + 1, nodes.Count - from - 1).Where(_ => random.Next(2) == 0).Append(from + 1).Distinct();
            foreach (var to in targets)
            {
                var (first, last) = Task(part);
                part.Connect(nodes[from], first);
                part.Connect(last, nodes[to]);
            }
        }

        return (nodes[0], nodes[^1]);
    }

    private (string First, string Last) Nested(Part part, int depth)
    {
        var id = part.Add(new SubProcess { Id = Name("sub"), Content = Content(depth - 1) });

        return (id, id);
    }

    private string Name(string kind) => $"{kind}{++names}";

    private sealed class Part
    {
        private readonly List<FlowNode> nodes = [];
        private readonly List<SequenceFlow> flows = [];

        public string Add(FlowNode node)
        {
            nodes.Add(node);

            return node.Id;
        }

        public void Connect(string from, string to) => flows.Add(new SequenceFlow($"{from}-{to}", from, to, null, null));

        public FlowScope Build() => new(
            [.. nodes.Select(node => node with
            {
                Incoming = [.. flows.Where(flow => flow.TargetId == node.Id).Select(flow => flow.Id)],
                Outgoing = [.. flows.Where(flow => flow.SourceId == node.Id).Select(flow => flow.Id)],
            })],
            flows);
    }
}
