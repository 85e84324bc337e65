using Microsoft.AspNetCore.Identity;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Accounts;

/// <summary>Makes sure that the posts exist, and that somebody can sign in to make further accounts.</summary>
internal sealed class AccountSeeding(RoleManager<IdentityRole> roles, UserManager<Account> accounts, IConfiguration configuration)
{
    /// <summary>The settings <c>UserName</c> and <c>Password</c> of the administrator that an empty installation begins with.</summary>
    private const string FirstAdministrator = "Workflows:FirstAdministrator";

    public async Task Run()
    {
        foreach (var role in Role.OfAccounts)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                Demand(await roles.CreateAsync(new IdentityRole(role)), $"post '{role}'");
            }
        }

        var administrator = configuration.GetSection(FirstAdministrator);
        if (administrator["UserName"] is { Length: > 0 } name && administrator["Password"] is { Length: > 0 } password && !accounts.Users.Any())
        {
            await Add(name, "系统管理员", null, [Role.Administrator], password);
        }
    }

    /// <summary>Adds an account unless there is one with the name.</summary>
    public async Task Add(string userName, string displayName, string? department, IReadOnlyList<string> posts, string password)
    {
        if (await accounts.FindByNameAsync(userName) is null)
        {
            var account = new Account { UserName = userName, DisplayName = displayName, Department = department };
            Demand(await accounts.CreateAsync(account, password), $"account '{userName}'");
            Demand(await accounts.AddToRolesAsync(account, posts), $"posts of account '{userName}'");
        }
    }

    private static void Demand(IdentityResult result, string thing)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Expected to add the {thing}, but {string.Join(" ", result.Errors.Select(error => error.Description))}");
        }
    }
}
