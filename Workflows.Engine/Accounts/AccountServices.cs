using Microsoft.AspNetCore.Identity;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Accounts;

/// <summary>Signing in: a cookie for browsers, a bearer token for other programs, both from ASP.NET Core Identity.</summary>
internal static class AccountServices
{
    /// <summary>The settings <c>Workflows:Accounts</c>: Identity's own options (<c>Password</c>, <c>Lockout</c>, …).</summary>
    private const string Section = "Workflows:Accounts";

    private const string CookieOrBearer = "CookieOrBearer";

    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(Policy)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<EngineDb>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<IdentityOptions>(configuration.GetSection(Section));
        services.AddScoped<AccountSeeding>();
        services.AddScoped<AccountDirectory>();
        services.AddSingleton<Colleagues>();
        services.AddScoped<WorkItems.WorkHandOver>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(5));
        var authentication = services.AddAuthentication(CookieOrBearer);
        authentication.AddPolicyScheme(CookieOrBearer, null, scheme => scheme.ForwardDefaultSelector = Scheme);
        authentication.AddBearerToken(IdentityConstants.BearerScheme);
        authentication.AddIdentityCookies(cookies => cookies.ApplicationCookie?.Configure(cookie =>
        {
            cookie.Cookie.Name = "workflows";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/not-allowed";
            cookie.SlidingExpiration = true;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
        }));
        services.AddAuthorization();
    }

    private static void Policy(IdentityOptions options)
    {
        options.Password.RequiredLength = 10;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
    }

    private static string Scheme(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? IdentityConstants.BearerScheme
            : IdentityConstants.ApplicationScheme;
}
