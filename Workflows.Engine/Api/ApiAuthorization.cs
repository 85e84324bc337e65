using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Workflows.Engine.Api;

/// <summary>Answers who is not signed in or not allowed: programs get a problem, browsers their page.</summary>
internal sealed class ApiAuthorization : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler browser = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !context.Request.Path.StartsWithSegments(WorkflowsApi.Root, StringComparison.Ordinal))
        {
            return browser.HandleAsync(next, context, policy, authorizeResult);
        }

        if (authorizeResult.Forbidden)
        {
            return Problem.Of(context.Request, StatusCodes.Status403Forbidden, "not-allowed", "Expected an account that may do this, but yours may not.").ExecuteAsync(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Of(context.Request, StatusCodes.Status401Unauthorized, "not-signed-in", "Expected somebody to be signed in, but nobody is.").ExecuteAsync(context);
    }
}
