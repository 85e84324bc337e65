namespace Workflows.Designer.WorkItems;

/// <summary>What an officer has found of the review points (审查要点) while looking at the materials; what is not met goes into the notice.</summary>
public sealed class ReviewChecklist
{
    private readonly Dictionary<(string Material, string Point), bool> found = [];

    /// <summary>The points that are not met, in the order in which they were found.</summary>
    public IReadOnlyList<(string Material, string Point)> Unmet => [.. found.Where(entry => !entry.Value).Select(entry => entry.Key)];

    public bool IsEmpty => found.Count == 0;

    /// <summary>True where the point is met, false where it is not, null where nobody has looked.</summary>
    public bool? Of(string material, string point) => found.TryGetValue((material, point), out var isMet) ? isMet : null;

    /// <summary>Marks a point; the same mark again takes it back.</summary>
    public void Mark(string material, string point, bool isMet)
    {
        if (Of(material, point) == isMet)
        {
            found.Remove((material, point));
        }
        else
        {
            found[(material, point)] = isMet;
        }
    }
}
