namespace Workflows.Designer;

/// <summary>The web application: the screens, with the engine in the same process.</summary>
public sealed class DesignerProgram
{
    public static int Main(string[] args) => args.Length;
}
