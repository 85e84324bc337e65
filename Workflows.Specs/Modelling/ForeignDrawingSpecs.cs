using System.Text;
using Shouldly;
using Workflows.Definitions;
using Workflows.Engine.Drafts;
using Xunit;

namespace Workflows.Specs.Modelling;

public sealed class ForeignDrawingSpecs
{
    [Fact]
    public void What_other_makers_added_is_kept_and_named()
    {
        var drawing = Read(SixtyTasks.OfCamunda);

        drawing.Xml.ShouldContain("camunda:assignee=\"demo\"");
        drawing.Xml.ShouldContain("<camunda:property name=\"due\" value=\"3\"");
        drawing.Foreign.ShouldBe(
            [new ForeignPart("camunda:assignee", 60), new ForeignPart("camunda:properties", 1), new ForeignPart("camunda:property", 1), new ForeignPart("camunda:topic", 1)]);
    }

    [Fact]
    public void A_file_in_another_encoding_is_opened() =>
        Read("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + SixtyTasks.OfCamunda, Encoding.Unicode).Xml.ShouldContain("环节 60");

    [Theory]
    [InlineData("<bpmn:definitions", "well-formed")]
    [InlineData("plain text", "well-formed")]
    [InlineData("<html/>", "BPMN definitions")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "well-formed")]
    [InlineData("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'/></definitions>", "diagram")]
    public void What_cannot_be_drawn_is_refused_with_the_reason(string text, string reason) =>
        Should.Throw<DefinitionException>(() => Read(text)).Errors.ShouldHaveSingleItem().Message.ShouldContain(reason);

    [Fact]
    public void A_file_larger_than_a_draft_holds_is_refused()
    {
        var large = SixtyTasks.OfCamunda.Replace("</bpmn:definitions>", $"<!--{new string('x', DraftBook.LargestFile)}--></bpmn:definitions>", StringComparison.Ordinal);

        Should.Throw<DefinitionException>(() => Read(large)).Errors.ShouldHaveSingleItem().Message.ShouldContain("larger");
    }

    private static ForeignDrawing Read(string text, Encoding? encoding = null)
    {
        using var content = new MemoryStream([.. (encoding ?? Encoding.UTF8).GetPreamble(), .. (encoding ?? Encoding.UTF8).GetBytes(text)]);
        return ForeignDrawing.Read(content, "foreign.bpmn");
    }
}
