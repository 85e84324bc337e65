using Workflows.Engine.Storage;

namespace Workflows.Designer;

/// <summary>The web application: the screens, with the engine in the same process.</summary>
public sealed class DesignerProgram
{
    public static async Task<int> Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddDesigner();

        await using var app = builder.Build();
        app.UseDesigner();
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (DatabaseRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
