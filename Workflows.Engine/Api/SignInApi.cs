using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Workflows.Engine.Accounts;

namespace Workflows.Engine.Api;

/// <summary>Signing in: a bearer token for programs, or with <c>?cookie=true</c> a cookie for pages of the same site.</summary>
internal static class SignInApi
{
    public static void MapSignIn(this RouteGroupBuilder api)
    {
        var anonymous = api.MapGroup("/sign-in").AllowAnonymous().RequireRateLimiting(ApiServices.AnonymousLimit).WithTags("Sign-in");
        anonymous.MapPost("/", SignIn).WithSummary("Sign in; the answer is a bearer token.").Produces<AccessTokenResponse>();
        anonymous.MapPost("/refresh", Refresh).WithSummary("Get a new token for a refresh token.").Produces<AccessTokenResponse>();
        api.MapPost("/sign-out", SignOut).WithTags("Sign-in").WithSummary("Remove the cookie. Tokens end by themselves.");
        api.MapGet("/me", (HttpContext context) => AccountActor.Of(context.User)).WithTags("Sign-in").WithSummary("Who is signed in.");
    }

    private static async Task<IResult> SignIn(SignInRequest credentials, HttpRequest request, SignInManager<Account> manager, bool cookie = false)
    {
        manager.AuthenticationScheme = cookie ? IdentityConstants.ApplicationScheme : IdentityConstants.BearerScheme;
        var result = await manager.PasswordSignInAsync(credentials.UserName, credentials.Password, isPersistent: false, lockoutOnFailure: true);

        // The scheme has written the token or the cookie.
        return result.Succeeded ? Results.Empty
            : result.IsLockedOut ? Problem.Of(request, StatusCodes.Status401Unauthorized, "locked-out", "Expected an account that may sign in, but it is locked for a while after wrong passwords.")
            : Problem.Of(request, StatusCodes.Status401Unauthorized, "sign-in-failed", "Expected a user name with its password, but they do not fit.");
    }

    private static async Task<IResult> Refresh(
        RefreshRequest refresh,
        HttpRequest request,
        SignInManager<Account> manager,
        IOptionsMonitor<BearerTokenOptions> options,
        TimeProvider time)
    {
        var ticket = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(refresh.RefreshToken);
        return ticket?.Properties.ExpiresUtc is { } expires && time.GetUtcNow() < expires && await manager.ValidateSecurityStampAsync(ticket.Principal) is { } account
            ? Results.SignIn(await manager.CreateUserPrincipalAsync(account), authenticationScheme: IdentityConstants.BearerScheme)
            : Problem.Of(request, StatusCodes.Status401Unauthorized, "sign-in-failed", "Expected a refresh token that is still good, but it is not.");
    }

    private static async Task<IResult> SignOut(SignInManager<Account> manager)
    {
        await manager.SignOutAsync();
        return Results.NoContent();
    }
}

public sealed record SignInRequest(string UserName, string Password);

public sealed record RefreshRequest(string RefreshToken);
