namespace Workflows.Designer.Diagrams;

/// <summary>What the state of a case makes of an element of its diagram.</summary>
public enum DiagramState
{
    Done,
    Active,
    Skipped,
    Returned,
    Failed,
}
