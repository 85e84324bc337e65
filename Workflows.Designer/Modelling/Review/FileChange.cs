using Workflows.Definitions.Processes.Comparing;
using Workflows.Designer.Modelling.Drawing;
using Workflows.Engine.Drafts;

namespace Workflows.Designer.Modelling.Review;

/// <summary>A file of a draft that differs from what is published.</summary>
/// <param name="Changes">For a process, element by element; null for other files.</param>
internal sealed record FileChange(string Path, IReadOnlyList<ProcessChange>? Changes)
{
    private const string Nothing = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="nothing" targetNamespace="urn:workflows:library" />
        """;

    /// <param name="before">The published files; empty for a service that is new.</param>
    public static IReadOnlyList<FileChange> Between(IReadOnlyDictionary<string, string> before, Draft draft) =>
    [
        .. from file in draft.Files
           where !file.Key.Contains("/examples/", StringComparison.Ordinal) && (before.Count > 0 || file.Key.StartsWith("services/", StringComparison.Ordinal))
           where before.GetValueOrDefault(file.Key) != file.Value
           let changes = file.Key.EndsWith(".bpmn", StringComparison.Ordinal)
               ? DrawnChanges.Between(before.GetValueOrDefault(file.Key) ?? Nothing, file.Value, file.Key)
               : null
           where changes is not { Count: 0 }
           orderby file.Key
           select new FileChange(file.Key, changes),
    ];
}
