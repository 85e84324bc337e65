using System.Xml.Linq;
using Shouldly;
using Workflows.Definitions;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Processes.Diagrams;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Processes.Diagrams;

public class ProcessSvgSpecs
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Shapes_and_edges_are_read_with_bounds_and_waypoints()
    {
        var diagram = ProcessDiagram.ReadAll(Approval()).ShouldHaveSingleItem();

        diagram.ElementId.ShouldBe("p");
        diagram.Shapes.ShouldContain(new DiagramShape("review", new DiagramBounds(200, 80, 100, 80), null, null, null));
        diagram.Edges.ShouldHaveSingleItem().Waypoints.ShouldBe([new(136, 120), new(200, 120)]);
        diagram.Extent.ShouldBe(new DiagramBounds(100, 80, 200, 80));
    }

    [Fact]
    public void Each_element_is_a_group_with_its_id_its_kind_its_name_and_its_marker()
    {
        var svg = XElement.Parse(ProcessSvg.Draw(Approval(), new Dictionary<string, string> { ["review"] = "is-late" }));

        var review = Group(svg, "review");
        ((string?)review.Attribute("class")).ShouldBe("bpmn-userTask is-late");
        review.Element(Svg + "title")!.Value.ShouldBe("核查人员和场所， 出具 <意见>");
        ((string?)Group(svg, "f").Attribute("class")).ShouldBe("bpmn-sequenceFlow");
        ((string?)svg.Attribute("aria-label")).ShouldBe("许可");
    }

    [Fact]
    public void A_Chinese_name_is_broken_between_any_two_characters_and_not_before_a_stop()
    {
        var svg = XElement.Parse(ProcessSvg.Draw(Approval()));

        Group(svg, "review").Descendants(Svg + "tspan").Select(line => line.Value)
            .ShouldBe(["核查人员和场所，", "出具 <意见>"]);
    }

    [Fact]
    public void A_file_without_a_diagram_is_refused() =>
        Should.Throw<DefinitionException>(() => ProcessSvg.Draw(BpmnText.Read(BpmnText.InProcess(""))))
            .Errors.ShouldHaveSingleItem().Message.ShouldBe("Expected the file to have a diagram, but it has none.");

    [Theory]
    [InlineData("""<bpmndi:BPMNShape bpmnElement="p"/>""", "Expected the shape of 'p' to have bounds, but it has none.")]
    [InlineData("""<bpmndi:BPMNShape bpmnElement="p"><dc:Bounds x="1" y="NaN" width="1" height="1"/></bpmndi:BPMNShape>""", "Expected 'y' to be a number, but it is 'NaN'.")]
    [InlineData("""<bpmndi:BPMNEdge bpmnElement="p"><di:waypoint x="1" y="1"/></bpmndi:BPMNEdge>""", "Expected the edge of 'p' to have at least two waypoints, but it has 1.")]
    public void A_broken_diagram_is_refused(string content, string message)
    {
        var model = BpmnText.Read(WithDiagram("", content));

        Should.Throw<DefinitionException>(() => ProcessDiagram.ReadAll(model)).Errors.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("interchange")]
    [InlineData("token-simulation")]
    [InlineData("soundness")]
    public void Every_diagram_of_the_suite_is_drawn(string suite)
    {
        foreach (var file in Directory.GetFiles(Suites.Folder(suite), "*.bpmn"))
        {
            using var stream = File.OpenRead(file);
            var model = ProcessModelReader.Read(stream, file);
            foreach (var diagram in ProcessDiagram.ReadAll(model))
            {
                var svg = XElement.Parse(ProcessSvg.Draw(model, diagram));
                svg.Elements(Svg + "g").Count().ShouldBe(diagram.Shapes.Count + diagram.Edges.Count, file);
            }
        }
    }

    private static ProcessModel Approval() => BpmnText.Read(WithDiagram(
        """
        <startEvent id="start"/><userTask id="review" name="核查人员和场所，&#10;出具 &lt;意见&gt;"/>
        <sequenceFlow id="f" sourceRef="start" targetRef="review"/>
        """,
        """
        <bpmndi:BPMNShape bpmnElement="start"><dc:Bounds x="100" y="102" width="36" height="36"/></bpmndi:BPMNShape>
        <bpmndi:BPMNShape bpmnElement="review"><dc:Bounds x="200" y="80" width="100" height="80"/></bpmndi:BPMNShape>
        <bpmndi:BPMNEdge bpmnElement="f"><di:waypoint x="136" y="120"/><di:waypoint x="200" y="120"/></bpmndi:BPMNEdge>
        """));

    private static string WithDiagram(string content, string diagram) => BpmnText.InDefinitions($"""
        <process id="p" name="许可">{content}</process>
        <bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
          <bpmndi:BPMNPlane bpmnElement="tns:p">{diagram}</bpmndi:BPMNPlane>
        </bpmndi:BPMNDiagram>
        """);

    private static XElement Group(XElement svg, string elementId) =>
        svg.Elements(Svg + "g").Single(group => (string?)group.Attribute("data-element-id") == elementId);
}
