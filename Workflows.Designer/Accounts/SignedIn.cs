using Microsoft.AspNetCore.Components.Authorization;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;

namespace Workflows.Designer.Accounts;

/// <summary>Who works at this screen, as the actor of commands and the reader of lists.</summary>
internal sealed class SignedIn(AuthenticationStateProvider authentication)
{
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page lacks its <c>[Authorize]</c>.</exception>
    public async Task<Actor> Actor() => AccountActor.Of((await authentication.GetAuthenticationStateAsync()).User);
}
