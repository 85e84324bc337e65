using Workflows.Definitions.Processes;

namespace Workflows.Specs.Processes;

/// <summary>BPMN files in a line: what a test does not care about is written here.</summary>
internal static class BpmnText
{
    /// <summary>A file around elements of <c>definitions</c>; <c>bpmn:</c> is the default namespace.</summary>
    public static string InDefinitions(string content) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:approval="urn:workflows:approval:1"
                     id="definitions" targetNamespace="urn:specs" xmlns:tns="urn:specs" xmlns:other="urn:elsewhere">
        {content}
        </definitions>
        """;

    /// <summary>A file with the one process <c>p</c>.</summary>
    public static string InProcess(string content) => InDefinitions($"""<process id="p" isExecutable="true">{content}</process>""");

    /// <summary>Sequence flows, written <c>a>b</c> and parted by blanks; each has the id <c>a_b</c>.</summary>
    public static string Flows(string flows) => string.Concat(flows.Split(' ').Select(flow => flow.Split('>')).Select(ends =>
        $"""<sequenceFlow id="{ends[0]}_{ends[1]}" sourceRef="{ends[0]}" targetRef="{ends[1]}"/>"""));

    public static ProcessModel Read(string xml) => ProcessModelReader.Read(xml, "test.bpmn");

    /// <summary>The one process of a file with this content.</summary>
    public static ProcessDefinition ReadProcess(string content) => Read(InProcess(content)).Processes.Single();

    /// <summary>The one node that is not a flow's end, of a process with this content.</summary>
    public static T ReadNode<T>(string content)
        where T : FlowNode => ReadProcess(content).Content.Descendants().OfType<T>().Single();
}
