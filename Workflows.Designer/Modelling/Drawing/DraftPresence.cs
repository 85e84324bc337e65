using System.Collections.Concurrent;

namespace Workflows.Designer.Modelling.Drawing;

/// <summary>Who has which draft open, so that two analysts see each other before they meet in a conflict.</summary>
/// <remarks>Of this node only: the version that every save names is what protects the draft, this is a courtesy.</remarks>
public sealed class DraftPresence
{
    private readonly ConcurrentDictionary<Guid, Place> places = new();

    /// <summary>Tells that somebody came; leaving is disposing.</summary>
    /// <param name="tell">Is told the names of the others whenever they change.</param>
    public IDisposable Enter(string draftId, string name, Action<IReadOnlyList<string>> tell)
    {
        var id = Guid.NewGuid();
        places[id] = new Place(draftId, name, tell);
        Tell(draftId);
        return new Leaving(() =>
        {
            places.TryRemove(id, out _);
            Tell(draftId);
        });
    }

    private void Tell(string draftId)
    {
        var here = places.Where(place => place.Value.DraftId == draftId).ToList();
        foreach (var (id, place) in here)
        {
            place.Tell([.. here.Where(other => other.Key != id).Select(other => other.Value.Name).Order(StringComparer.Ordinal)]);
        }
    }

    private sealed record Place(string DraftId, string Name, Action<IReadOnlyList<string>> Tell);

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
