using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Inbox;

/// <summary>The views of the inbox that accounts save under names of their own.</summary>
public sealed class InboxViews(EngineDatabase database)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 40;

    /// <summary>The longest filter, in characters.</summary>
    public const int LongestFilter = 1000;

    /// <summary>So many views an account may have.</summary>
    public const int Most = 30;

    public async Task<IReadOnlyList<InboxView>> Of(Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return await db.InboxViews.Where(row => row.AccountId == actor.AccountId).OrderBy(row => row.Name)
            .Select(row => new InboxView(row.Name, row.Filter)).ToListAsync(cancellation);
    }

    /// <summary>Saves a view; one of the same name is replaced.</summary>
    public async Task<InboxViewAnswer> Save(InboxView view, Actor actor, CancellationToken cancellation = default)
    {
        if (view.Name.Trim() is not { Length: > 0 and <= LongestName } name || view.Filter.Length > LongestFilter)
        {
            return InboxViewAnswer.NameNotAllowed;
        }

        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        var rows = await db.InboxViews.Where(row => row.AccountId == actor.AccountId).ToListAsync(cancellation);
        if (rows.Find(row => row.Name == name) is { } known)
        {
            known.Filter = view.Filter;
        }
        else if (rows.Count >= Most)
        {
            return InboxViewAnswer.TooMany;
        }
        else
        {
            db.InboxViews.Add(new InboxViewRow { AccountId = actor.AccountId, Name = name, Filter = view.Filter });
        }

        await db.SaveChangesAsync(cancellation);
        return InboxViewAnswer.Saved;
    }

    public async Task Forget(string name, Actor actor, CancellationToken cancellation = default)
    {
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        await db.InboxViews.Where(row => row.AccountId == actor.AccountId && row.Name == name).ExecuteDeleteAsync(cancellation);
    }
}

/// <param name="Filter">As in the address of the inbox.</param>
public sealed record InboxView(string Name, string Filter);

/// <summary>What became of a view that was to be saved.</summary>
public enum InboxViewAnswer
{
    Saved,
    NameNotAllowed,
    TooMany,
}
