using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Workflows.Engine.Accounts;

/// <summary>Puts the account's name and department into what is signed in, beside its roles.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account, IdentityRole>(accounts, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(AccountActor.DisplayName, user.DisplayName));
        if (user.Department is { } department)
        {
            identity.AddClaim(new Claim(AccountActor.Department, department));
        }

        return identity;
    }
}
