using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Workflows.Designer;

namespace Workflows.Specs.Support.Browser;

/// <summary>The web application on a free loopback port, in Development, with an empty database of its own.</summary>
public sealed class DesignerServer : WebApplicationFactory<DesignerProgram>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("workflows-");

    public DesignerServer()
    {
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("Workflows:Database:ConnectionString", $"Data Source={Path.Combine(folder.FullName, "workflows.db")}")
        .UseSetting("Workflows:Files:Folder", Path.Combine(folder.FullName, "files"))
        .UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
