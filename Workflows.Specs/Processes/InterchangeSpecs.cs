using System.Text.Json;
using System.Xml.Linq;
using Shouldly;
using Workflows.Definitions.Processes;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Processes;

/// <summary>The suites <c>interchange</c>, <c>token-simulation</c> and <c>soundness</c>: every file is read, and written without a loss.</summary>
public class InterchangeSpecs
{
    [Theory]
    [InlineData("token-simulation", 62)]
    [InlineData("soundness", 27)]
    [InlineData("interchange", 8)]
    public void Every_diagram_is_read_and_written_without_a_loss(string suite, int count)
    {
        var files = Directory.GetFiles(Suites.Folder(suite), "*.bpmn");

        files.Length.ShouldBe(count);
        foreach (var file in files)
        {
            var model = Read(file);
            foreach (var form in Enum.GetValues<ProcessModelForm>())
            {
                var again = ProcessModelReader.Read(ProcessModelWriter.Write(model, form), Path.GetFileName(file));
                Differences(model.Document.Root!, again.Document.Root!).ShouldBeEmpty($"{file} {form}");
                ProcessModelWriter.Write(again, form).ShouldBe(ProcessModelWriter.Write(model, form));
            }
        }
    }

    [Fact]
    public void The_reference_models_have_the_elements_that_their_inventory_counts()
    {
        using var inventory = JsonDocument.Parse(File.ReadAllText(Path.Combine(Suites.Folder("interchange"), "inventory.json")));
        foreach (var file in inventory.RootElement.EnumerateObject())
        {
            var model = Read(Path.Combine(Suites.Folder("interchange"), file.Name));
            var expected = file.Value.GetProperty("elements").EnumerateObject().ToDictionary(count => count.Name, count => count.Value.GetInt32());

            CountOf(model).ShouldBe(expected.Where(count => CountedInModel.Contains(count.Key)).OrderBy(count => count.Key, StringComparer.Ordinal), file.Name);
            model.Document.Descendants().Where(element => element.Name.Namespace == Bpmn.Model)
                .CountBy(element => element.Name.LocalName).OrderBy(count => count.Key, StringComparer.Ordinal)
                .ShouldBe(expected.OrderBy(count => count.Key, StringComparer.Ordinal), file.Name);
        }

        var models = inventory.RootElement.EnumerateObject().Count();
        Conformance.Tell("interchange", $"{models} of {models}");
    }

    private static readonly string[] CountedInModel =
    [
        "process", "participant", "messageFlow", "lane", "sequenceFlow", "task", "userTask", "serviceTask", "sendTask", "receiveTask",
        "callActivity", "subProcess", "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
        "exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "message",
    ];

    private static IEnumerable<KeyValuePair<string, int>> CountOf(ProcessModel model)
    {
        var scopes = model.Processes.SelectMany(process =>
            process.Content.Descendants().OfType<SubProcess>().Select(sub => sub.Content).Prepend(process.Content)).ToList();
        var counts = scopes.SelectMany(scope => scope.Nodes).CountBy(ElementName)
            .Append(new("process", model.Processes.Count))
            .Append(new("participant", model.Participants.Count))
            .Append(new("messageFlow", model.MessageFlows.Count))
            .Append(new("lane", model.Processes.Sum(process => process.Lanes.Count)))
            .Append(new("message", model.Messages.Count))
            .Append(new("sequenceFlow", scopes.Sum(scope => scope.Flows.Count)));
        return counts.Where(count => count.Value > 0).OrderBy(count => count.Key, StringComparer.Ordinal);
    }

    private static string ElementName(FlowNode node) => node is AbstractTask
        ? "task"
        : char.ToLowerInvariant(node.GetType().Name[0]) + node.GetType().Name[1..];

    private static ProcessModel Read(string file)
    {
        using var stream = File.OpenRead(file);
        return ProcessModelReader.Read(stream, Path.GetFileName(file));
    }

    private static IEnumerable<string> Differences(XElement before, XElement after)
    {
        if (before.Name != after.Name)
        {
            return [$"{before.Name} became {after.Name}"];
        }

        var attributes = Attributes(before).Except(Attributes(after)).Union(Attributes(after).Except(Attributes(before)))
            .Select(attribute => $"{before.Name}: {attribute}");
        var children = before.Elements().Count() == after.Elements().Count()
            ? before.Elements().Zip(after.Elements()).SelectMany(pair => Differences(pair.First, pair.Second))
            : [$"{before.Name}: {before.Elements().Count()} elements became {after.Elements().Count()}"];
        return attributes.Concat(children).Concat(Text(before) == Text(after) ? [] : [$"{before.Name}: '{Text(before)}' became '{Text(after)}'"]);
    }

    private static IEnumerable<(XName Name, string Value)> Attributes(XElement element) =>
        element.Attributes().Select(attribute => (attribute.Name, attribute.Value));

    private static string Text(XElement element) => element.HasElements
        ? string.Concat(element.Nodes().OfType<XText>().Select(text => text.Value.Trim()))
        : element.Value;
}
