using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Accounts;

/// <summary>The accounts of the office, for its administrators.</summary>
/// <remarks>A change ends what is signed in with the account by cookie within minutes, and by token within the hour.</remarks>
public sealed class AccountDirectory(UserManager<Account> accounts, DefinitionStore definitions, EngineDb db)
{
    private static readonly string[] PostsOfDepartments = [Role.WindowClerk, Role.Officer, Role.DepartmentHead];

    /// <summary>All accounts, by user name.</summary>
    public async Task<IReadOnlyList<AccountEntry>> List(CancellationToken cancellation = default)
    {
        var posts = await db.UserRoles.Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => new { held.UserId, role.Name })
            .ToListAsync(cancellation);
        var byAccount = posts.ToLookup(post => post.UserId, post => post.Name!);
        var all = await db.Users.AsNoTracking().OrderBy(account => account.UserName).ToListAsync(cancellation);
        return [.. all.Select(account => new AccountEntry(account.UserName!, account.DisplayName, account.Department, [.. byAccount[account.Id].Order(StringComparer.Ordinal)], account.LockoutEnd))];
    }

    /// <summary>The person behind a user name, as the engine knows persons who act; null where there is no such account.</summary>
    public async Task<Actor?> Find(string userName) =>
        await accounts.FindByNameAsync(userName) is { } account
            ? new Actor(account.Id, account.DisplayName, account.Department, [.. await accounts.GetRolesAsync(account)])
            : null;

    /// <summary>Adds an account; no faults mean that it was added.</summary>
    public async Task<IReadOnlyList<ApplicationFault>> Add(string userName, AccountDraft draft, string password, CancellationToken cancellation = default)
    {
        var faults = await Faults(draft, cancellation);
        if (faults.Count > 0)
        {
            return faults;
        }

        var account = new Account { UserName = userName, DisplayName = draft.DisplayName, Department = draft.Department };
        return await AllOrNothing(
            [() => accounts.CreateAsync(account, password), () => accounts.AddToRolesAsync(account, draft.Posts)],
            cancellation);
    }

    /// <summary>Changes name, department and posts; null where there is no such account.</summary>
    public async Task<IReadOnlyList<ApplicationFault>?> Change(string userName, AccountDraft draft, CancellationToken cancellation = default)
    {
        if (await accounts.FindByNameAsync(userName) is not { } account)
        {
            return null;
        }

        var faults = await Faults(draft, cancellation);
        if (faults.Count > 0)
        {
            return faults;
        }

        var held = await accounts.GetRolesAsync(account);
        if (held.Contains(Role.Administrator) && !draft.Posts.Contains(Role.Administrator) && await IsLastAdministrator(account))
        {
            return [new ApplicationFault("account.posts", "last-administrator", [])];
        }

        (account.DisplayName, account.Department) = (draft.DisplayName, draft.Department);
        return await AllOrNothing(
            [
                () => accounts.RemoveFromRolesAsync(account, held.Except(draft.Posts)),
                () => accounts.AddToRolesAsync(account, draft.Posts.Except(held)),
                () => accounts.UpdateSecurityStampAsync(account),
            ],
            cancellation);
    }

    /// <summary>Gives the account another password and unlocks it; null where there is no such account.</summary>
    public async Task<IReadOnlyList<ApplicationFault>?> SetPassword(string userName, string password, CancellationToken cancellation = default) =>
        await accounts.FindByNameAsync(userName) is not { } account
            ? null
            : await AllOrNothing(
                [
                    async () => await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password),
                    () => accounts.SetLockoutEndDateAsync(account, null),
                ],
                cancellation);

    /// <summary>Locks the account until it is unlocked, or unlocks it; null where there is no such account.</summary>
    public async Task<IReadOnlyList<ApplicationFault>?> SetLocked(string userName, bool locked, CancellationToken cancellation = default)
    {
        if (await accounts.FindByNameAsync(userName) is not { } account)
        {
            return null;
        }

        if (locked && await IsLastAdministrator(account))
        {
            return [new ApplicationFault("account", "last-administrator", [])];
        }

        return await AllOrNothing(
            [() => accounts.SetLockoutEndDateAsync(account, locked ? DateTimeOffset.MaxValue : null), () => accounts.UpdateSecurityStampAsync(account)],
            cancellation);
    }

    private async Task<List<ApplicationFault>> Faults(AccountDraft draft, CancellationToken cancellation)
    {
        var faults = draft.Posts.Except(Role.OfAccounts).Select(post => new ApplicationFault("account.posts", "not-an-option", [post])).ToList();
        if (string.IsNullOrWhiteSpace(draft.DisplayName))
        {
            faults.Add(new ApplicationFault("account.displayName", "required", []));
        }

        if (draft.Department is null && draft.Posts.Intersect(PostsOfDepartments).Any())
        {
            faults.Add(new ApplicationFault("account.department", "required", []));
        }

        if (draft.Department is { } department && !(await definitions.Current(cancellation)).Any(service => service.Library.Departments.ContainsKey(department)))
        {
            faults.Add(new ApplicationFault("account.department", "not-an-option", [department]));
        }

        return faults;
    }

    // Without one that can sign in, nobody could ever make another.
    private async Task<bool> IsLastAdministrator(Account account) =>
        (await accounts.GetUsersInRoleAsync(Role.Administrator)).All(other => other.Id == account.Id || other.LockoutEnd == DateTimeOffset.MaxValue)
        && await accounts.IsInRoleAsync(account, Role.Administrator);

    private async Task<IReadOnlyList<ApplicationFault>> AllOrNothing(IEnumerable<Func<Task<IdentityResult>>> steps, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var step in steps)
        {
            var result = await step();
            if (!result.Succeeded)
            {
                await transaction.RollbackAsync(cancellation);
                return [.. result.Errors.Select(error => new ApplicationFault("account", JsonNamingPolicy.KebabCaseLower.ConvertName(error.Code), []))];
            }
        }

        await transaction.CommitAsync(cancellation);
        return [];
    }
}

/// <summary>What an administrator decides about an account.</summary>
/// <param name="Department">The department's code; null for city-wide posts.</param>
/// <param name="Posts">Codes of <see cref="Role"/>.</param>
public sealed record AccountDraft(string DisplayName, string? Department, IReadOnlyList<string> Posts);

/// <summary>An account in the list.</summary>
/// <param name="LockedUntil">In the far future where an administrator has locked it.</param>
public sealed record AccountEntry(string UserName, string DisplayName, string? Department, IReadOnlyList<string> Posts, DateTimeOffset? LockedUntil);
