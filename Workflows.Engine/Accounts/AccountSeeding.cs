using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Accounts;

/// <summary>Makes sure that the posts exist, and that somebody can sign in to make further accounts.</summary>
internal sealed class AccountSeeding(RoleManager<IdentityRole> roles, UserManager<Account> accounts, EngineDb db, IConfiguration configuration)
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
            await AddAdministrator(name, password);
        }
    }

    /// <summary>Adds those whose user names are not taken, all with one password and at once.</summary>
    /// <remarks>They share the hash of the password as well: hashing is slow on purpose, and whoever starts a demo waits for it.</remarks>
    public async Task Add(IReadOnlyList<DemoAccount> demo, string password, CancellationToken cancellation)
    {
        var taken = await db.Users.Select(account => account.NormalizedUserName!).ToHashSetAsync(cancellation);
        var missing = demo.Where(account => !taken.Contains(accounts.NormalizeName(account.UserName)!)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var posts = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, cancellation);
        var hash = accounts.PasswordHasher.HashPassword(new Account { DisplayName = "" }, password);
        foreach (var account in missing)
        {
            var added = new Account
            {
                UserName = account.UserName,
                NormalizedUserName = accounts.NormalizeName(account.UserName),
                DisplayName = account.DisplayName,
                Department = account.Department,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString(),
                LockoutEnabled = true,
            };
            db.Users.Add(added);
            db.UserRoles.Add(new IdentityUserRole<string> { UserId = added.Id, RoleId = posts[account.Role] });
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task AddAdministrator(string name, string password)
    {
        var administrator = new Account { UserName = name, DisplayName = "系统管理员" };
        Demand(await accounts.CreateAsync(administrator, password), $"account '{name}'");
        Demand(await accounts.AddToRoleAsync(administrator, Role.Administrator), $"post of account '{name}'");
    }

    private static void Demand(IdentityResult result, string thing)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Expected to add the {thing}, but {string.Join(" ", result.Errors.Select(error => error.Description))}");
        }
    }
}
