namespace Workflows.Designer;

/// <summary>The web application: the screens, with the engine in the same process.</summary>
public sealed class DesignerProgram
{
    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddDesigner();

        await using var app = builder.Build();
        app.UseDesigner();
        await app.RunAsync();
    }
}
