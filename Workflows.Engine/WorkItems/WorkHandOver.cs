using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;

namespace Workflows.Engine.WorkItems;

/// <summary>Gives all open work of a person who leaves to a successor (离职转办), item by item by the ordinary command.</summary>
/// <remarks>Broken off, it is sent again: what was given is held by the successor and is not found a second time.</remarks>
public sealed class WorkHandOver(EngineDatabase database, AccountDirectory accounts, CaseHandler handler)
{
    /// <returns>What became of each item; null where there is no such account.</returns>
    public async Task<IReadOnlyList<HandedOver>?> HandOver(string fromUserName, string toUserName, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if (await accounts.Find(fromUserName) is not { } from || await accounts.Find(toUserName) is not { } to)
        {
            return null;
        }

        var handed = new List<HandedOver>();
        foreach (var (caseId, workItemId) in await Held(from, actor, cancellation))
        {
            var result = await handler.Send(caseId, actor, new AssignWorkItem(workItemId, to, reason), Guid.NewGuid().ToString("N"), cancellation);
            handed.Add(new HandedOver(caseId, workItemId, result is CommandRejected { Rejection: var rejected } ? rejected.Code : null));
        }

        return handed;
    }

    private async Task<List<(string CaseId, int WorkItemId)>> Held(Actor from, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var held = db.WorkItems.Where(item => item.EndedAt == null && item.HolderId == from.AccountId);
        var own = actor.Is(Role.Administrator) ? held : held.Where(item => item.Department == actor.Department);
        var rows = await own.OrderBy(item => item.CaseId).ThenBy(item => item.WorkItemId).Select(item => new { item.CaseId, item.WorkItemId }).ToListAsync(cancellation);

        return [.. rows.Select(row => (row.CaseId, row.WorkItemId))];
    }
}

/// <summary>What became of one item of a hand-over.</summary>
/// <param name="Refused">Why it stays where it is; null where the successor has it.</param>
public sealed record HandedOver(string CaseId, int WorkItemId, RejectionCode? Refused);
