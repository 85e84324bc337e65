using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Accounts;

/// <summary>The people of the office, as the engine knows persons who act: whom work can be given to.</summary>
public sealed class Colleagues(EngineDatabase database)
{
    /// <summary>The people of the departments and of the city-wide posts, by department and name.</summary>
    /// <param name="departments">By code; null for all.</param>
    public async Task<IReadOnlyList<Colleague>> Of(IReadOnlyCollection<string>? departments, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var asked = db.Users.AsNoTracking().Where(account => departments == null || account.Department == null || departments.Contains(account.Department));
        var accounts = await asked.ToListAsync(cancellation);
        var posts = await db.UserRoles.Join(asked, held => held.UserId, account => account.Id, (held, account) => held)
            .Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => new { held.UserId, role.Name })
            .ToListAsync(cancellation);
        var byAccount = posts.ToLookup(post => post.UserId, post => post.Name!);

        return
        [
            .. accounts
                .OrderBy(account => account.Department, StringComparer.Ordinal).ThenBy(account => account.DisplayName, StringComparer.Ordinal)
                .Select(account => new Colleague(
                    account.UserName!,
                    new Actor(account.Id, account.DisplayName, account.Department, [.. byAccount[account.Id]]),
                    account.LockoutEnd == DateTimeOffset.MaxValue)),
        ];
    }
}

/// <param name="IsLocked">True where an administrator has locked the account: it cannot be given work, but can leave some.</param>
public sealed record Colleague(string UserName, Actor Actor, bool IsLocked);
