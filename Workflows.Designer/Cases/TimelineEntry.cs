using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Cases;

/// <summary>One entry of a case's journal (留痕) as people read it: who did what, and what followed from it.</summary>
/// <param name="EnteredAt">When it was told, where that was later than it happened (补录); null otherwise.</param>
public sealed record TimelineEntry(int Sequence, DateTimeOffset At, Actor Actor, DateTimeOffset? EnteredAt, IReadOnlyList<TimelineSentence> Sentences)
{
    /// <summary>Entering takes time: below this it does not count as entered later.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromMinutes(5);

    /// <summary>The entries that mean something to people, newest first.</summary>
    public static IReadOnlyList<TimelineEntry> Of(IEnumerable<JournalEntry> journal, CaseView view) =>
    [
        .. journal
            .Select(entry => new TimelineEntry(
                entry.Sequence,
                entry.HappenedAt,
                entry.Actor,
                entry.EnteredAt - entry.HappenedAt > Prompt ? entry.EnteredAt : null,
                Told(entry.Events, view)))
            .Where(entry => entry.Sentences.Count > 0)
            .Reverse(),
    ];

    private static List<TimelineSentence> Told(IReadOnlyList<CaseEvent> events, CaseView view)
    {
        var materials = events.OfType<MaterialReceived>().Select(received => MaterialName(view, received.Material.Code)).ToList();
        var sentences = events.Select(happened => TimelineSentence.Of(happened, view)).OfType<TimelineSentence>().ToList();
        if (materials.Count > 0)
        {
            sentences.Insert(Math.Min(1, sentences.Count), new TimelineSentence("Timeline.Materials", [materials.Count, string.Join("、", materials)]));
        }

        return sentences;
    }

    private static string MaterialName(CaseView view, string code) => view.Definitions.Service.Materials.GetValueOrDefault(code)?.Name ?? code;
}
