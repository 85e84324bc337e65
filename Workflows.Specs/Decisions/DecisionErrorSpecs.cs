using Shouldly;
using Xunit;

namespace Workflows.Specs.Decisions;

/// <summary>A file that cannot be used is refused with file, line, element and what was expected.</summary>
public class DecisionErrorSpecs
{
    [Theory]
    [InlineData("<decision id=\"d\" name=\"d\"><literalExpression><text>1 +</text></literalExpression></decision>", "d", "Expected an expression, but found the end at line 1, column 4. In: 1 +")]
    [InlineData("<decision id=\"d\"><literalExpression><text>1</text></literalExpression></decision>", "d", "Expected 'decision' to have a name, but it has none.")]
    [InlineData("<decision id=\"d\" name=\"d\"><literalExpression/></decision>", "d", "Expected 'literalExpression' to have text, but it has none.")]
    [InlineData("<decision id=\"d\" name=\"d\"><literalExpression expressionLanguage=\"urn:js\"><text>1</text></literalExpression></decision>", "d", "Expected an expression in FEEL, but found one in 'urn:js'.")]
    [InlineData("<decision id=\"d\" name=\"d\"><variable name=\"d\" typeRef=\"tFee\"/><list/></decision>", "d", "Expected the name of a type, but 'tFee' is neither built in nor an item definition.")]
    [InlineData("<decision id=\"d\" name=\"d\"><informationRequirement><requiredInput href=\"#x\"/></informationRequirement><list/></decision>", "d", "Expected 'requiredInput' to point to an element, but there is no '#x'.")]
    [InlineData("<decision id=\"d\" name=\"d\"><informationRequirement><requiredDecision href=\"#d\"/></informationRequirement><list/></decision>", "d", "Expected decision 'd' to be made from others, but it requires itself, or one that does.")]
    [InlineData("<inputData id=\"d\" name=\"a\"/><decision id=\"d\" name=\"b\"><list/></decision>", "d", "Expected each id once, but 'd' comes twice.")]
    [InlineData("<inputData id=\"a\" name=\"d\"/><decision id=\"d\" name=\"d\"><list/></decision>", "d", "Expected each name once, but 'd' comes twice.")]
    [InlineData("<decision id=\"d\" name=\"d\"><decisionTable hitPolicy=\"LAST\"><output/></decisionTable></decision>", "d", "Expected hitPolicy to be one of UNIQUE, FIRST, PRIORITY, ANY, COLLECT, RULE ORDER, OUTPUT ORDER, but it is 'LAST'.")]
    [InlineData("<decision id=\"d\" name=\"d\"><decisionTable/></decision>", "d", "Expected a decision table with an output, but it has none.")]
    [InlineData("<decision id=\"d\" name=\"d\"><decisionTable aggregation=\"SUM\"><output/></decisionTable></decision>", "d", "Expected an aggregation only for a table that collects one output, but this one does not.")]
    [InlineData("<decision id=\"d\" name=\"d\"><decisionTable hitPolicy=\"PRIORITY\"><output/></decisionTable></decision>", "d", "Expected outputValues, whose order is the priority, but no output has any.")]
    [InlineData("<decision id=\"d\" name=\"d\"><decisionTable><output/><rule id=\"r\"/></decisionTable></decision>", "r", "Expected a rule of 0 inputs and 1 outputs, but it has 0 and 0.")]
    [InlineData("<decision id=\"d\" name=\"d\"><for><in><list/></in><return><list/></return></for></decision>", "d", "Expected 'for' to have an iteratorVariable, but it has none.")]
    [InlineData("<decision id=\"d\" name=\"d\"><conditional><if><list/></if><then><list/></then></conditional></decision>", "d", "Expected 'conditional' to have an expression in 'else', but it has none.")]
    [InlineData("<decision id=\"d\" name=\"d\"><relation><column name=\"c\"/><row id=\"r\"/></relation></decision>", "r", "Expected a row of 1 cells, but found 0.")]
    [InlineData("<itemDefinition name=\"t\" isCollection=\"many\"><typeRef>string</typeRef></itemDefinition>", "t", "Expected 'isCollection' to be true or false, but it is 'many'.")]
    [InlineData("<itemDefinition name=\"t\"><typeRef>t</typeRef></itemDefinition>", "t", "Expected item definition 't' to be defined by others, but it is defined by itself.")]
    [InlineData("<itemDefinition name=\"t\"><typeRef>string</typeRef><allowedValues><text>1 2</text></allowedValues></itemDefinition>", "t", "Expected an operator or the end, but found '2' at line 1, column 3. In: 1 2")]
    [InlineData("<import name=\"x\" namespace=\"urn:x\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>", "x", "Expected a model of the namespace 'urn:x' to import, but none was given.")]
    public void A_file_is_refused_with_the_element_and_what_was_expected(string body, string element, string message)
    {
        var error = Dmn.Errors(Dmn.Text("\n" + body)).ShouldHaveSingleItem();

        error.Message.ShouldBe(message);
        error.ElementId.ShouldBe(element);
        error.Source.ShouldBe("test.dmn");
        error.Line.ShouldBe(2);
        error.Column.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void All_errors_are_told_at_once() => Dmn.Errors(Dmn.Text("""
        <decision id="a" name="a"><literalExpression><text>1 +</text></literalExpression></decision>
        <decision id="b" name="b"><literalExpression><text>

          if 1
        </text></literalExpression></decision>
        """)).Select(error => (error.ElementId, error.Line)).ShouldBe([("a", 1), ("b", 5)]);

    [Fact]
    public void Another_language_is_refused() =>
        Dmn.Errors("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>").ShouldHaveSingleItem()
            .Message.ShouldBe("Expected the root element 'definitions' of DMN 1.1 to 1.5, but found 'definitions' of 'http://www.omg.org/spec/BPMN/20100524/MODEL'.");

    [Fact]
    public void What_is_no_xml_is_refused() => Dmn.Errors("<definitions>").ShouldHaveSingleItem().Message.ShouldStartWith("Expected well-formed XML");
}
