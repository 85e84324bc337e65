using Shouldly;
using Workflows.Definitions;
using Xunit;
using static Workflows.Specs.Processes.BpmnText;

namespace Workflows.Specs.Processes;

/// <summary>What contradicts BPMN's structure is refused with file, line, column and element.</summary>
public class StructureErrorSpecs
{
    [Theory]
    [InlineData("""<task id="a"/><task id="a"/>""", "a", "Expected every id once, but 'a' is also the id of the task in line 3.")]
    [InlineData("""<taks id="a"/>""", "a", "Expected an element of BPMN 2.0, but 'taks' is none.")]
    [InlineData("""<task/>""", "p", "Expected 'task' to have an id, but it has none.")]
    [InlineData("""<task id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/>""", "f", "Expected 'targetRef' to refer to an element of the file, but there is no 'b'.")]
    [InlineData("""<task id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="p"/>""", "f", "is process.")]
    [InlineData("""<task id="a"/><sequenceFlow id="f" sourceRef="a"/>""", "f", "Expected sequence flow 'f' to have 'targetRef', but it has none.")]
    [InlineData("""<task id="a"/><subProcess id="s"><task id="b"/></subProcess><sequenceFlow id="f" sourceRef="a" targetRef="b"/>""", "f", "Expected sequence flow 'f' to stay in one process or sub-process, but it goes from 'a' to 'b'.")]
    [InlineData("""<boundaryEvent id="b"/>""", "b", "Expected boundary event 'b' to be attached to an activity, but it has no 'attachedToRef'.")]
    [InlineData("""<startEvent id="a"/><boundaryEvent id="b" attachedToRef="a"/>""", "b", "but 'a' is startEvent.")]
    [InlineData("""<subProcess id="s"><task id="a"/></subProcess><boundaryEvent id="b" attachedToRef="a"/>""", "b", "Expected boundary event 'b' to be in the same process or sub-process as 'a', but it is not.")]
    [InlineData("""<task id="a" default="f"/><task id="b"/><sequenceFlow id="f" sourceRef="b" targetRef="a"/>""", "a", "Expected the default flow of 'a' to leave it, but 'f' does not.")]
    [InlineData("""<task id="a" default="f"/>""", "a", "Expected 'default' to refer to an element of the file, but there is no 'f'.")]
    [InlineData("""<receiveTask id="a" messageRef="tns:m"/>""", "a", "there is no 'm'.")]
    [InlineData("""<endEvent id="a"><eventDefinitionRef>d</eventDefinitionRef></endEvent>""", "a", "there is no 'd'.")]
    [InlineData("""<task id="a"><incoming>f</incoming></task>""", "a", "there is no 'f'.")]
    [InlineData("""<laneSet id="s"><lane id="l"><flowNodeRef>a</flowNodeRef></lane></laneSet>""", "l", "there is no 'a'.")]
    [InlineData("""<task id="a" isForCompensation="yes"/>""", "a", "Expected 'isForCompensation' to be true or false, but it is 'yes'.")]
    [InlineData("""<task id="a"><standardLoopCharacteristics loopMaximum="many"/></task>""", "a", "Expected 'loopMaximum' to be a whole number, but it is 'many'.")]
    [InlineData("""<userTask id="a" approval:departement="x"/>""", "a", "but found approval:departement.")]
    [InlineData("""<userTask id="a" approval:step="thinking"/>""", "a", "but it is 'thinking'.")]
    [InlineData("""<userTask id="a"><extensionElements><approval:outcome code="x"/></extensionElements></userTask>""", "a", "Expected approval:outcome to have 'name', but it has none.")]
    [InlineData("""<userTask id="a"><extensionElements><approval:timeLimit amount="-1"/></extensionElements></userTask>""", "a", "Expected the amount of a time limit to be a number greater than 0, but it is '-1'.")]
    [InlineData("""<userTask id="a"><extensionElements><approval:limit/></extensionElements></userTask>""", "a", "but found approval:limit.")]
    public void A_wrong_structure_is_refused(string content, string elementId, string message)
    {
        var error = Should.Throw<DefinitionException>(() => Read(InProcess(content))).Errors[0];

        error.Message.ShouldContain(message);
        error.ElementId.ShouldBe(elementId);
        (error.Source, error.Line).ShouldBe(("test.bpmn", 3));
        error.Column.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_file_of_something_else_is_refused() =>
        Should.Throw<DefinitionException>(() => Read("<definitions/>")).Errors.ShouldHaveSingleItem()
            .Message.ShouldStartWith("Expected a BPMN 2.0 file with 'definitions'");

    [Fact]
    public void Every_error_is_told_at_once() =>
        Should.Throw<DefinitionException>(() => Read(InProcess("""<task id="a" default="x"/><task id="b" default="y"/>"""))).Errors.Count.ShouldBe(2);

    [Fact]
    public void A_file_that_is_wrong_everywhere_is_told_a_hundred_errors() =>
        Should.Throw<DefinitionException>(() => Read(InProcess(string.Concat(Enumerable.Repeat("<taks/>", 1000))))).Errors.Count.ShouldBe(100);

    [Fact]
    public void A_reference_into_an_imported_file_is_left_alone() =>
        Read(InProcess("""<receiveTask id="a" messageRef="other:m"/>""")).Processes.ShouldHaveSingleItem();

    [Fact]
    public void A_call_of_a_process_in_another_file_is_left_alone() =>
        Read(InProcess("""<callActivity id="a" calledElement="standard-approval"/>""")).Processes.ShouldHaveSingleItem();
}
