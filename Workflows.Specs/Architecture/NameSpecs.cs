using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Workflows.Specs.Architecture;

/// <summary>Types are called by the glossary's words; words that fit everything name nothing.</summary>
public class NameSpecs
{
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Info", "Data", "Base", "Impl", "Dto", "Ticket", "Todo"];

    [Fact]
    public void No_type_ends_in_an_empty_word()
    {
        var found =
            from part in Parts.All
            from type in part.GetTypes()
            where type.Namespace?.StartsWith("Workflows.", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            let name = type.Name.Split('`')[0]
            where EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            select type.FullName;

        found.ShouldBeEmpty();
    }
}
