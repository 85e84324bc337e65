using System.Security.Claims;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Accounts;

/// <summary>The signed-in account as the actor of commands and the reader of lists.</summary>
public static class AccountActor
{
    internal const string Department = "workflows:department";
    internal const string DisplayName = "workflows:display-name";

    /// <summary>The actor behind a signed-in principal.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Actor Of(ClaimsPrincipal principal) => Find(principal)
        ?? throw new InvalidOperationException("Expected somebody to be signed in, but nobody is.");

    /// <summary>The actor behind a principal; null where nobody is signed in.</summary>
    public static Actor? Find(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated is true && principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new Actor(
                id,
                principal.FindFirstValue(DisplayName) ?? principal.Identity.Name ?? id,
                principal.FindFirstValue(Department),
                [.. principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value)])
            : null;
}
