namespace Workflows.Engine;

/// <summary>The engine's own process: command line and headless host.</summary>
public static class EngineProgram
{
    public static int Main(string[] args) => args.Length;
}
