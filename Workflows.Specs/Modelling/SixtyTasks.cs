using System.Globalization;

namespace Workflows.Specs.Modelling;

/// <summary>A process of sixty tasks in five rows.</summary>
internal static class SixtyTasks
{
    public const int Count = 60;

    private const int InRow = 12;

    /// <summary>As Camunda's modeler would write it, with its extensions.</summary>
    public static string OfCamunda { get; } = $"""
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="sixty" targetNamespace="urn:foreign" exporter="Camunda Modeler">
          <bpmn:process id="sixty-tasks" isExecutable="true">
            <bpmn:startEvent id="start" name="申请" />
            {string.Join('\n', Enumerable.Range(1, Count).Select(Task))}
            <bpmn:endEvent id="end" name="结束" />
            {string.Join('\n', Enumerable.Range(0, Count + 1).Select(number => $"""<bpmn:sequenceFlow id="flow_{number}" sourceRef="{Node(number)}" targetRef="{Node(number + 1)}" />"""))}
          </bpmn:process>
          <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="sixty-tasks">
            {string.Join('\n', Enumerable.Range(0, Count + 2).Select(Shape))}
            {string.Join('\n', Enumerable.Range(0, Count + 1).Select(Edge))}
          </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
        </bpmn:definitions>
        """;

    private static string Task(int number) => number switch
    {
        1 => """<bpmn:userTask id="task_1" name="环节 1" camunda:assignee="demo"><bpmn:extensionElements><camunda:properties><camunda:property name="due" value="3" /></camunda:properties></bpmn:extensionElements></bpmn:userTask>""",
        Count => """<bpmn:serviceTask id="task_60" name="环节 60" camunda:assignee="demo" camunda:topic="mail" />""",
        _ => $"""<bpmn:userTask id="task_{number}" name="环节 {number}" camunda:assignee="demo" />""",
    };

    private static string Shape(int number)
    {
        var (width, height) = number is 0 or Count + 1 ? (36, 36) : (100, 80);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<bpmndi:BPMNShape id="shape_{number}" bpmnElement="{Node(number)}"><dc:Bounds x="{X(number)}" y="{Y(number)}" width="{width}" height="{height}" /></bpmndi:BPMNShape>""");
    }

    private static string Edge(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<bpmndi:BPMNEdge id="edge_{number}" bpmnElement="flow_{number}"><di:waypoint x="{X(number) + 100}" y="{Y(number) + 40}" /><di:waypoint x="{X(number + 1)}" y="{Y(number + 1) + 40}" /></bpmndi:BPMNEdge>""");

    private static int X(int number) => 100 + (number % InRow * 150);

    private static int Y(int number) => 100 + (number / InRow * 140);

    private static string Node(int number) => number switch
    {
        0 => "start",
        Count + 1 => "end",
        _ => $"task_{number}",
    };
}
