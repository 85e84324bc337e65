using Workflows.Definitions;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Processes.Comparing;
using Workflows.Engine.Drafts;

namespace Workflows.Designer.Modelling.Drawing;

/// <summary>Two analysts changed one draft: what the other saved, and what is drawn here.</summary>
/// <param name="Changes">What the other changed since this drawing was read.</param>
internal sealed record DraftConflict(Draft Theirs, string Mine, IReadOnlyList<ProcessChange> Changes);

/// <summary>What differs between two drawings.</summary>
internal static class DrawnChanges
{
    /// <summary>The changes; none where one of the drawings cannot be read, as while it is drawn.</summary>
    public static IReadOnlyList<ProcessChange> Between(string older, string newer, string file)
    {
        try
        {
            return ProcessComparison.Compare(ProcessModelReader.Read(older, file), ProcessModelReader.Read(newer, file));
        }
        catch (DefinitionException)
        {
            return [];
        }
    }
}
