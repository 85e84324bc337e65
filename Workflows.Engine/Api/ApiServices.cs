using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Workflows.Engine.Api;

/// <summary>What the interface needs: JSON, its description, limits and its way to say no.</summary>
internal static class ApiServices
{
    /// <summary>The limit for requests that nobody has to sign in for.</summary>
    public const string AnonymousLimit = "anonymous";

    public static void AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ApiOptions>(configuration.GetSection(ApiOptions.Section));
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiAuthorization>();
        services.AddOpenApi("v1", ApiDescription.Configure);
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(AnonymousLimit, Window);
            limiter.OnRejected = TooMany;
        });
    }

    private static RateLimitPartition<string> Window(HttpContext context) => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.AnonymousPerMinute,
            Window = TimeSpan.FromMinutes(1),
        });

    private static async ValueTask TooMany(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var context = rejected.HttpContext;
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await Problem.Of(context.Request, StatusCodes.Status429TooManyRequests, "too-many-requests", "Expected fewer requests in a minute, but there were too many.").ExecuteAsync(context);
    }
}
