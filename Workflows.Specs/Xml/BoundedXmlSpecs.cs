using System.Text;
using Shouldly;
using Workflows.Definitions;
using Workflows.Definitions.Xml;
using Xunit;

namespace Workflows.Specs.Xml;

/// <summary>A file from a stranger costs bounded time and memory, and fetches nothing.</summary>
public class BoundedXmlSpecs
{
    private static readonly XmlBounds Small = new(Bytes: 1000, Depth: 10, Nodes: 50);

    [Fact]
    public void White_space_and_lines_are_kept()
    {
        var document = BoundedXml.Load("<a>\n  <b/>\n</a>", "a.xml");

        document.Root!.FirstNode!.ToString().ShouldBe("\n  ");
        ((System.Xml.IXmlLineInfo)document.Root.Element("b")!).LineNumber.ShouldBe(2);
    }

    [Fact]
    public void A_document_type_definition_is_refused()
    {
        const string billionLaughs = """<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>""";
        const string externalEntity = """<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>""";

        Refusal(billionLaughs).ShouldContain("DTD is prohibited");
        Refusal(externalEntity).ShouldContain("DTD is prohibited");
    }

    [Fact]
    public void A_large_file_is_refused() =>
        Refusal($"<a>{new string('x', 1000)}</a>").ShouldBe("Expected a file of at most 0 KB, but it is larger.");

    [Fact]
    public void A_large_stream_is_refused_before_it_is_read_to_its_end()
    {
        using var endless = new EndlessStream();

        Should.Throw<DefinitionException>(() => BoundedXml.Load(endless, "a.xml", Small));
    }

    [Fact]
    public void A_deep_file_is_refused() =>
        Refusal(string.Concat(Enumerable.Repeat("<a>", 12))).ShouldBe("Expected at most 10 elements inside one another, but there are more.");

    [Fact]
    public void A_file_of_very_many_small_elements_is_refused() =>
        Refusal($"<a>{string.Concat(Enumerable.Repeat("<a/>", 60))}</a>").ShouldBe("Expected at most 50 elements, attributes and texts, but there are more.");

    [Fact]
    public void Text_that_is_not_well_formed_is_refused_with_its_place()
    {
        var error = Should.Throw<DefinitionException>(() => BoundedXml.Load("<a>\n <b></a>", "a.xml")).Errors.ShouldHaveSingleItem();

        (error.Source, error.Line).ShouldBe(("a.xml", 2));
        error.Message.ShouldStartWith("Expected well-formed XML, but: ");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public void A_declared_encoding_is_read(string encoding)
    {
        var declared = Encoding.GetEncoding(encoding);
        byte[] file = [.. declared.GetPreamble(), .. declared.GetBytes($"<?xml version='1.0' encoding='{encoding}'?><a>é</a>")];

        BoundedXml.Load(new MemoryStream(file), "a.xml").Root!.Value.ShouldBe("é");
    }

    [Theory]
    [InlineData("<a>\u00e9</a>")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?><a>\u00e9</a>")]
    [InlineData("<?xml version='1.0' encoding='no-such'?><a>\u00e9</a>")]
    public void An_encoding_that_the_file_does_not_declare_is_refused(string xml) =>
        Should.Throw<DefinitionException>(() => BoundedXml.Load(new MemoryStream(Encoding.Latin1.GetBytes(xml)), "a.xml"));

    private static string Refusal(string xml) =>
        Should.Throw<DefinitionException>(() => BoundedXml.Load(xml, "a.xml", Small)).Errors.ShouldHaveSingleItem().Message;

    /// <summary>As much of the letter x as anybody reads.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            return buffer.Length;
        }
    }
}
