using Microsoft.AspNetCore.Localization;
using Workflows.Designer.Accounts;

namespace Workflows.Designer.Shell;

/// <summary>The languages of the screens: Chinese unless the user chose English, which a cookie remembers.</summary>
internal static class Languages
{
    private static readonly string[] Supported = ["zh-CN", "en"];

    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Supported[0]).AddSupportedCultures(Supported).AddSupportedUICultures(Supported);

            // Only the cookie decides: an office computer with an English browser still belongs to a Chinese office.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
    }

    public static void MapLanguages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/culture/{culture}", (string culture, string? back, HttpContext context) =>
        {
            if (Supported.Contains(culture, StringComparer.Ordinal))
            {
                context.Response.Cookies.Append(
                    CookieRequestCultureProvider.DefaultCookieName,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                    new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
            }

            return Results.LocalRedirect(LocalPath.Or(back, "/"));
        });
}
