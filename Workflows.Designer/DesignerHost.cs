using Radzen;
using Workflows.Designer.Accounts;
using Workflows.Designer.Catalogue;
using Workflows.Designer.Files;
using Workflows.Designer.Intake;
using Workflows.Designer.Modelling.Drawing;
using Workflows.Designer.Progress;
using Workflows.Designer.Shell;
using Workflows.Designer.Supervision;
using Workflows.Engine.Api;
using Workflows.Engine.Hosting;

namespace Workflows.Designer;

/// <summary>What the web application is made of, and the order in which a request meets it.</summary>
internal static class DesignerHost
{
    // Long opinions, and drafts that come back from the browser, are larger than SignalR's 32 KB.
    private const long LargestMessage = 512 * 1024;

    public static void AddDesigner(this WebApplicationBuilder builder)
    {
        builder.Services.AddWorkflowsEngine(builder.Configuration);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddRadzenComponents();
        builder.Services.AddSingleton<ILocalizer, RadzenTexts>();
        builder.Services.AddScoped<SignedIn>();
        builder.Services.AddScoped<DraftShelf>();
        builder.Services.AddSingleton<Names>();
        builder.Services.AddSingleton<ProcessFiles>();
        builder.Services.AddSingleton<DraftPresence>();
        builder.Services.AddHostedService<NamesStart>();
        builder.Services.AddLanguages();
        builder.Services.AddSingleton<ProgressLimits>();
        builder.Services.AddSingleton<CorrectionAnswers>();
    }

    public static void UseDesigner(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapLanguages();
        app.MapSignOut();
        app.MapCaseFiles();
        app.MapSupervisionExport();
        app.MapWorkflowsApi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
