using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Xunit;

namespace Workflows.Specs.Execution;

/// <summary>Expressions of a process know the day and the calendar: those of the command that makes them happen.</summary>
public class PresentSpecs
{
    private const string Script = """
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="wait" />
        <bpmn:userTask id="wait"><bpmn:extensionElements><approval:outcome code="done" name="完成" /></bpmn:extensionElements></bpmn:userTask>
        <bpmn:sequenceFlow id="f2" sourceRef="wait" targetRef="count" />
        <bpmn:scriptTask id="count" approval:resultVariable="result"><bpmn:script>{0}</bpmn:script></bpmn:scriptTask>
        <bpmn:sequenceFlow id="f3" sourceRef="count" targetRef="end" />
        <bpmn:endEvent id="end" />
        """;

    [Theory]
    [InlineData("""string(today())""", "2026-03-06")]
    [InlineData("""string(now().hour)""", "23")]
    [InlineData("""string(calendar.add working days(today(), 2))""", "2026-03-10")]
    [InlineData("""if calendar.is working day(today()) then "工作日" else "休息日" """, "工作日")]
    public void Are_the_instant_of_the_command_in_the_region(string expression, string value)
    {
        var run = new ProcessRun(Script.Replace("{0}", expression.Replace("\"", "&quot;", StringComparison.Ordinal), StringComparison.Ordinal));

        run.Send(new CompleteWorkItem(run.State.WorkItems.Keys.First(), "done", null), new DateTimeOffset(2026, 3, 6, 15, 30, 0, TimeSpan.Zero));

        run["result"].ShouldBe((FeelValue)value);
    }
}
