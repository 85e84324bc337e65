using System.Globalization;
using System.Xml.Linq;
using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Library;

/// <summary>The library's diagrams are shown on screens: everything is drawn, nothing lies on something else.</summary>
public class LibraryDiagramSpecs
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Dd = "http://www.omg.org/spec/DD/20100524/DI";

    public static TheoryData<string> Models => [.. LibraryReader.Read(LibraryFolder.Path).Models.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_element_is_drawn(string source)
    {
        var document = Load(source);
        var drawn = document.Descendants().Select(element => (string?)element.Attribute("bpmnElement")).OfType<string>().ToHashSet();

        var ids = document.Descendants(Bpmn + "process").Single().Elements()
            .Concat(document.Descendants(Bpmn + "lane"))
            .Concat(document.Descendants(Bpmn + "participant"))
            .Where(element => element.Name.LocalName is not ("documentation" or "laneSet"))
            .Select(element => (string)element.Attribute("id")!);

        ids.Except(drawn).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Flows_are_orthogonal(string source)
    {
        foreach (var edge in Load(source).Descendants(Di + "BPMNEdge"))
        {
            var points = edge.Elements(Dd + "waypoint").Select(point => (X: Number(point, "x"), Y: Number(point, "y"))).ToList();

            points.Zip(points.Skip(1)).ShouldAllBe(pair => pair.First.X == pair.Second.X || pair.First.Y == pair.Second.Y);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void No_node_lies_on_another(string source)
    {
        var document = Load(source);
        var containers = document.Descendants(Bpmn + "lane").Concat(document.Descendants(Bpmn + "participant")).Concat(document.Descendants(Bpmn + "boundaryEvent"))
            .Select(element => (string?)element.Attribute("id")).ToHashSet();
        var boxes = document.Descendants(Di + "BPMNShape")
            .Where(shape => !containers.Contains((string?)shape.Attribute("bpmnElement")))
            .Select(shape => shape.Element(Dc + "Bounds")!)
            .Select(bounds => (X: Number(bounds, "x"), Y: Number(bounds, "y"), Right: Number(bounds, "x") + Number(bounds, "width"), Bottom: Number(bounds, "y") + Number(bounds, "height")))
            .ToList();

        var overlaps = from a in boxes from b in boxes where a != b && a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom select (a, b);

        overlaps.ShouldBeEmpty();
    }

    private static XDocument Load(string source) => XDocument.Load(Path.Combine(LibraryFolder.Path, source));

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
