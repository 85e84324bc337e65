using Workflows.Engine.Api;

namespace Workflows.Engine.Hosting;

/// <summary>The headless host: the engine with its interface, without screens.</summary>
public static class EngineHost
{
    /// <param name="args">Settings, e.g. <c>--Workflows:Database:Provider=Postgres</c>.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddWorkflowsEngine(builder.Configuration);
        var app = builder.Build();
        app.MapWorkflowsApi();
        return app;
    }
}
