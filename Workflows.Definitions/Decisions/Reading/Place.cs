using System.Collections.Immutable;
using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions.Reading;

/// <summary>Where a boxed expression stands: what it can name.</summary>
/// <param name="Name">What decision tables at this place are called.</param>
internal sealed record Place(string Name, FeelVocabulary Vocabulary, ImmutableList<LocalName> Locals)
{
    public Place With(string local, bool isItem = false) => this with { Locals = Locals.Add(new LocalName(new KnownName(local), isItem)) };
}
