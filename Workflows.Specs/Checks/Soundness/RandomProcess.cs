using System.Globalization;
using System.Text;
using Workflows.Specs.Processes;

namespace Workflows.Specs.Checks.Soundness;

/// <summary>A small process without rhyme or reason, the same for the same seed: most of them are unsound.</summary>
internal sealed class RandomProcess
{
    private static readonly string[] Kinds =
    [
        "task", "task", "exclusiveGateway", "exclusiveGateway", "parallelGateway", "parallelGateway", "inclusiveGateway", "subProcess", "intermediateCatchEvent",
    ];

    private readonly Random random;
    private readonly StringBuilder xml = new();
    private int flows;

    private RandomProcess(int seed) => random = new Random(seed);

    public static string Of(int seed)
    {
        var process = new RandomProcess(seed);
        process.Scope("", isInner: false);
        return BpmnText.InProcess(process.xml.ToString());
    }

    private void Scope(string prefix, bool isInner)
    {
        var nodes = Enumerable.Range(0, random.Next(2, 6)).Select(i => (Id: $"{prefix}n{i}", Kind: Kinds[random.Next(isInner ? 7 : Kinds.Length)])).ToList();
        xml.Append(CultureInfo.InvariantCulture, $"<startEvent id='{prefix}s'/><endEvent id='{prefix}e'/>");
        List<string> targets = [.. nodes.Select(node => node.Id), $"{prefix}e"];
        if (random.Next(3) == 0)
        {
            var definition = isInner && random.Next(2) == 0 ? "errorEventDefinition" : "terminateEventDefinition";
            xml.Append(CultureInfo.InvariantCulture, $"<endEvent id='{prefix}x'><{definition}/></endEvent>");
            targets.Add($"{prefix}x");
        }

        Flow($"{prefix}s", targets, 0, "startEvent");
        for (var at = 0; at < nodes.Count; at++)
        {
            Node(nodes[at].Id, nodes[at].Kind, targets, at);
        }

        if (!isInner && random.Next(5) == 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""
                <subProcess id="w" triggeredByEvent="true"><startEvent id="ws" isInterrupting="{(random.Next(2) == 0 ? "true" : "false")}"><messageEventDefinition/></startEvent>
                <task id="wt"/><endEvent id="we"/>{BpmnText.Flows("ws>wt wt>we")}</subProcess>
                """);
        }
    }

    private void Node(string id, string kind, List<string> targets, int at)
    {
        if (kind == "subProcess")
        {
            xml.Append(CultureInfo.InvariantCulture, $"<subProcess id='{id}'>");
            Scope(id, isInner: true);
            xml.Append("</subProcess>");
        }
        else
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{kind} id='{id}'/>");
        }

        if (kind is "task" or "subProcess" && random.Next(4) == 0)
        {
            var isError = kind == "subProcess" && random.Next(2) == 0;
            xml.Append(CultureInfo.InvariantCulture, $"<boundaryEvent id='{id}b' attachedToRef='{id}' cancelActivity='{(isError || random.Next(2) == 0 ? "true" : "false")}'><{(isError ? "error" : "timer")}EventDefinition/></boundaryEvent>");
            Flow($"{id}b", targets, at + 1, "boundaryEvent");
        }

        var count = kind.EndsWith("Gateway", StringComparison.Ordinal) ? random.Next(1, 4) : random.Next(12) == 0 ? 0 : 1;
        for (var flow = 0; flow < count; flow++)
        {
            Flow(id, targets, at + 1, kind);
        }
    }

    // Mostly forwards; now and then anywhere, so that there are rings.
    private void Flow(string source, List<string> targets, int next, string kind)
    {
        var target = random.Next(8) == 0 ? random.Next(targets.Count) : Math.Min(targets.Count - 1, next + random.Next(0, 3));
        var condition = kind == "inclusiveGateway" ? "<conditionExpression>x</conditionExpression>" : "";
        xml.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id='f{flows++}' sourceRef='{source}' targetRef='{targets[target]}'>{condition}</sequenceFlow>");
    }
}
