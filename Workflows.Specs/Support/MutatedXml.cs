using System.Text;
using System.Xml.Linq;

namespace Workflows.Specs.Support;

/// <summary>An XML file with something broken in it, the same for the same seed.</summary>
internal static class MutatedXml
{
    private static readonly string[] Tokens =
    [
        "<", ">", "&", "\"", "'", "/>", "</", "<!--", "]]>", "<![CDATA[", "<?xml", "<!DOCTYPE a [<!ENTITY x 'y'>]>", "&#0;", "&x;", "\0", "\uFFFE", "=", ":", "xmlns=\"\"",
    ];

    /// <summary>The bytes of the file with one to six places changed, at random or by what the elements and attributes are.</summary>
    public static byte[] Of(string file, int seed)
    {
        var random = new Random(seed);
        var text = random.Next(3) == 0 ? File.ReadAllText(file) : Restructured(file, random);
        if (random.Next(3) > 0)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bytes = Encoding.UTF8.GetBytes(Scribbled(text, random));
        for (var change = random.Next(3); change > 0 && bytes.Length > 0; change--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(10) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }

    private static string Scribbled(string text, Random random)
    {
        var scribbled = new StringBuilder(text);
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(scribbled.Length);
            switch (random.Next(3))
            {
                case 0:
                    scribbled.Insert(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 1:
                    scribbled.Remove(at, Math.Min(random.Next(1, 40), scribbled.Length - at));
                    break;
                default:
                    scribbled.Insert(random.Next(scribbled.Length), scribbled.ToString(at, Math.Min(random.Next(1, 200), scribbled.Length - at)));
                    break;
            }
        }

        return scribbled.ToString();
    }

    private static string Restructured(string file, Random random)
    {
        var document = XDocument.Load(file, LoadOptions.PreserveWhitespace);
        for (var change = random.Next(1, 7); change > 0; change--)
        {
            var elements = document.Descendants().ToList();
            var (one, other) = (elements[random.Next(elements.Count)], elements[random.Next(elements.Count)]);
            Change(one, other, random);
        }

        return document.ToString(SaveOptions.DisableFormatting);
    }

    private static void Change(XElement one, XElement other, Random random)
    {
        var attributes = one.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
        var attribute = attributes.Count == 0 ? null : attributes[random.Next(attributes.Count)];
        switch (random.Next(9))
        {
            case 0 when one.Parent is not null:
                one.Remove();
                break;
            case 1 when one.Parent is not null:
                one.AddAfterSelf(new XElement(one));
                break;
            case 2 when one != other && !one.Ancestors().Contains(other) && !other.AncestorsAndSelf().Contains(one):
                other.Add(new XElement(one));
                break;
            case 3:
                one.Name = other.Name;
                break;
            case 4 when attribute is not null:
                attribute.Remove();
                break;
            case 5 when attribute is not null:
                attribute.Value = other.Attributes().Select(value => value.Value).LastOrDefault() ?? "";
                break;
            case 6 when attribute is not null:
                attribute.Value = random.Next(4) switch { 0 => "", 1 => "NaN", 2 => new string('=', random.Next(1, 2000)), _ => "99999999999999999999" };
                break;
            case 7 when other.Attribute("id") is { } id:
                one.SetAttributeValue(random.Next(2) == 0 ? "sourceRef" : "targetRef", id.Value);
                break;
            default:
                one.SetAttributeValue("id", (string?)other.Attribute("id"));
                break;
        }
    }
}
