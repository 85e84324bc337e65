namespace Workflows.Designer.Modelling.Drawing;

/// <summary>What stands beside the drawing.</summary>
public enum DrawingTab
{
    Properties,
    Findings,
    Elements,
    Time,
}
