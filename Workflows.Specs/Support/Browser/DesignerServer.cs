using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Designer;

namespace Workflows.Specs.Support.Browser;

/// <summary>The web application on a free loopback port, in Development, with an empty database of its own.</summary>
public sealed class DesignerServer : WebApplicationFactory<DesignerProgram>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("workflows-");

    private readonly TimeProvider? time;

    /// <param name="time">The time by which it goes; null for the machine's.</param>
    public DesignerServer(TimeProvider? time = null)
    {
        this.time = time;
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("Workflows:Database:ConnectionString", $"Data Source={Path.Combine(folder.FullName, "workflows.db")}")
        .UseSetting("Workflows:Files:Folder", Path.Combine(folder.FullName, "files"))
        .UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning")
        .ConfigureTestServices(services =>
        {
            if (time is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(time));
            }
        });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
