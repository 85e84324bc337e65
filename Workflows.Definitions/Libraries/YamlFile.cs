using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Workflows.Definitions.Libraries;

/// <summary>Reads the text of a YAML file into memory, in bounded memory and depth.</summary>
internal static class YamlFile
{
    // Definitions are short; these bounds keep a hostile upload from exhausting the stack or the memory.
    private const int MaximumLength = 1024 * 1024;
    private const int MaximumDepth = 32;

    /// <summary>The mapping at the top of the file; null where there is none, which is then among the errors.</summary>
    public static YamlMappingNode? Read(string text, string source, ICollection<DefinitionError> errors)
    {
        try
        {
            RefuseBeyondBounds(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root;
            }

            errors.Add(new DefinitionError(source, 1, 1, null, "Expected one YAML document that is a mapping of keys, but found something else."));
        }
        catch (YamlException exception)
        {
            var reason = exception.InnerException?.Message ?? exception.Message;
            errors.Add(new DefinitionError(source, (int)exception.Start.Line, (int)exception.Start.Column, null, $"Expected YAML, but {reason.TrimEnd('.')}."));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The scanner gives up like this on some text that ends too early or is out of place, and does not say where.
            errors.Add(new DefinitionError(source, 0, 0, null, "Expected YAML, but the text cannot be read as such."));
        }

        return null;
    }

    private static void RefuseBeyondBounds(string text)
    {
        if (text.Length > MaximumLength)
        {
            throw new YamlException(Mark.Empty, Mark.Empty, $"the file has more than {MaximumLength} characters");
        }

        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaximumDepth)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, $"there are more than {MaximumDepth} levels inside one another");
            }
        }
    }
}
