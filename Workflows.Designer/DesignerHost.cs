using Microsoft.AspNetCore.Identity;
using Radzen;
using Workflows.Designer.Shell;

namespace Workflows.Designer;

/// <summary>What the web application is made of, and the order in which a request meets it.</summary>
internal static class DesignerHost
{
    public static void AddDesigner(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        builder.Services.AddAuthorization();
        builder.Services.AddRadzenComponents();
        builder.Services.AddSingleton<ILocalizer, RadzenTexts>();
        builder.Services.AddLanguages();
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
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
