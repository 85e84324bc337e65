using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Inbox;

/// <summary>The desk of an account: what it has opened, who else has it open, and the opinions that are not given yet.</summary>
public sealed class Desk(EngineDatabase database, TimeProvider time)
{
    /// <summary>The longest draft, in characters.</summary>
    public const int LongestDraft = 4000;

    /// <summary>A screen that has not been heard of for so long counts as closed.</summary>
    public static readonly TimeSpan Presence = TimeSpan.FromSeconds(45);

    private event Action<string>? Changed;

    /// <summary>Says that the actor has the item open now; to be repeated well within <see cref="Presence"/>.</summary>
    /// <returns>The names of the others who have it open.</returns>
    public async Task<IReadOnlyList<string>> Look(string caseId, int workItemId, Actor actor, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var wasAway = await Change(caseId, workItemId, actor, note =>
        {
            var away = note.PresentUntil is null || note.PresentUntil < now;
            note.OpenedAt ??= now;
            note.PresentUntil = now + Presence;
            return away;
        }, cancellation);
        if (wasAway)
        {
            Changed?.Invoke(caseId);
        }

        return await Others(caseId, workItemId, actor, cancellation);
    }

    /// <summary>The names of the others who have the item open.</summary>
    public async Task<IReadOnlyList<string>> Others(string caseId, int workItemId, Actor actor, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var db = database.Open();
        return await db.DeskNotes
            .Where(note => note.CaseId == caseId && note.WorkItemId == workItemId && note.AccountId != actor.AccountId && note.PresentUntil > now)
            .OrderBy(note => note.Name).Select(note => note.Name).ToListAsync(cancellation);
    }

    /// <summary>Says that the actor has closed the item.</summary>
    public async Task Leave(string caseId, int workItemId, Actor actor, CancellationToken cancellation = default)
    {
        await Change(caseId, workItemId, actor, note => note.PresentUntil = null, cancellation);
        Changed?.Invoke(caseId);
    }

    /// <summary>Calls <paramref name="listener"/> with the case when somebody of this process opens or closes one of its items.</summary>
    public IDisposable Subscribe(Action<string> listener)
    {
        Changed += listener;
        return new Subscription(() => Changed -= listener);
    }

    /// <summary>The actor's draft for an item.</summary>
    public async Task<OpinionDraft> Draft(string caseId, int workItemId, Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return await db.DeskNotes
            .Where(note => note.CaseId == caseId && note.WorkItemId == workItemId && note.AccountId == actor.AccountId)
            .Select(note => new OpinionDraft(note.Draft ?? "", note.DraftVersion)).FirstOrDefaultAsync(cancellation) ?? new OpinionDraft("", 0);
    }

    /// <summary>Keeps a draft, unless another screen of the account has kept one since <paramref name="draft"/> was read.</summary>
    /// <returns>The draft as it is kept: with the next version, or the other screen's.</returns>
    public Task<OpinionDraft> Keep(string caseId, int workItemId, Actor actor, OpinionDraft draft, CancellationToken cancellation = default) =>
        Change(caseId, workItemId, actor, note =>
        {
            if (note.DraftVersion == draft.Version)
            {
                note.Draft = draft.Text.Length > LongestDraft ? draft.Text[..LongestDraft] : draft.Text;
                note.DraftVersion++;
            }

            return new OpinionDraft(note.Draft ?? "", note.DraftVersion);
        }, cancellation);

    private async Task<T> Change<T>(string caseId, int workItemId, Actor actor, Func<DeskNoteRow, T> change, CancellationToken cancellation)
    {
        using var turn = await database.BeginWriting(cancellation);
        for (var isFirst = true; ; isFirst = false)
        {
            await using var db = database.Open();
            var note = await db.DeskNotes.FindAsync([caseId, workItemId, actor.AccountId], cancellation);
            if (note is null)
            {
                note = new DeskNoteRow { AccountId = actor.AccountId, CaseId = caseId, WorkItemId = workItemId, Name = actor.Name };
                db.DeskNotes.Add(note);
            }

            note.Name = actor.Name;
            var result = change(note);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return result;
            }
            catch (DbUpdateException) when (isFirst)
            {
                // Another screen of the account, on another node, wrote at the same instant: what it wrote is read and changed again.
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>An opinion that is being written.</summary>
/// <param name="Version">How often it has been kept; 0 for never.</param>
public sealed record OpinionDraft(string Text, int Version);
