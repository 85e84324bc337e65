using System.Text.Json.Serialization;
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
        foreach (var item in await Held(from, actor, cancellation))
        {
            var result = await handler.Send(item.CaseId, actor, new AssignWorkItem(item.WorkItemId, to, reason), Guid.NewGuid().ToString("N"), cancellation);
            var rejection = (result as CommandRejected)?.Rejection;
            handed.Add(new HandedOver(item.CaseId, item.WorkItemId, rejection?.Code) { Rejection = rejection });
        }

        return handed;
    }

    /// <summary>The open work that a person holds and that the actor may dispose of: an administrator all, anybody else that of the own department.</summary>
    public async Task<IReadOnlyList<HeldWork>> Held(Actor from, Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var held = db.WorkItems.Where(item => item.EndedAt == null && item.HolderId == from.AccountId);
        var own = actor.Is(Role.Administrator) ? held : held.Where(item => item.Department == actor.Department);

        return await own.Join(db.Cases, item => item.CaseId, row => row.Id, (item, row) => new { Item = item, row.Number })
            .OrderBy(found => found.Item.CaseId).ThenBy(found => found.Item.WorkItemId)
            .Select(found => new HeldWork(found.Item.CaseId, found.Item.WorkItemId, found.Number, found.Item.Name, found.Item.State))
            .ToListAsync(cancellation);
    }
}

/// <summary>An open work item of somebody.</summary>
/// <param name="Number">Of the case.</param>
public sealed record HeldWork(string CaseId, int WorkItemId, string Number, string Name, WorkItemState State);

/// <summary>What became of one item of a hand-over.</summary>
/// <param name="Refused">Why it stays where it is; null where the successor has it.</param>
public sealed record HandedOver(string CaseId, int WorkItemId, RejectionCode? Refused)
{
    /// <summary>The refusal with what its sentence names; null where there is none.</summary>
    [JsonIgnore]
    public Rejected? Rejection { get; init; }
}
