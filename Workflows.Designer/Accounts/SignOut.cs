using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Workflows.Engine.Accounts;

namespace Workflows.Designer.Accounts;

/// <summary>Signing out: a form is posted, so that no link of another site can do it.</summary>
internal static class SignOut
{
    public const string Path = "/sign-out";

    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, async ([FromServices] SignInManager<Account> accounts, [FromForm] string? from) =>
        {
            await accounts.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        });
}
