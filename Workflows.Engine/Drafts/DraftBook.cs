using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Drafts;

/// <summary>The drafts of definitions: opened, saved, reviewed. Only analysts come to them.</summary>
/// <remarks>Nothing that was saved is overwritten unseen: a save names the version that it saw, and is refused when there is a newer one.</remarks>
public sealed class DraftBook(EngineDatabase database, DraftOrigin origin, TimeProvider time)
{
    /// <summary>The longest text of one file, in characters: more than any process that can be read by people.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    /// <summary>The drafts, the last changed first.</summary>
    public async Task<IReadOnlyList<DraftEntry>> List(CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return await db.Drafts.OrderByDescending(row => row.ChangedAt)
            .Select(row => new DraftEntry(row.Id, row.ServiceCode, row.Name, row.BaseVersion, row.State, row.ChangedBy, row.ChangedAt))
            .ToListAsync(cancellation);
    }

    /// <summary>The draft; null where there is none.</summary>
    public async Task<Draft?> Find(string id, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return await db.Drafts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? DraftFiles.Read(row) : null;
    }

    /// <summary>Opens the version of a service that is in force as a new draft.</summary>
    public async Task<DraftAnswer> Open(string service, Actor actor, CancellationToken cancellation = default) =>
        NotAnalyst(service, actor) ?? (await origin.Published(service, cancellation) is { } source
            ? await Add(service, source, actor, cancellation)
            : Missing(service));

    /// <summary>Begins a service that there was not.</summary>
    public async Task<DraftAnswer> Begin(NewService service, Actor actor, CancellationToken cancellation = default)
    {
        if (NotAnalyst(service.Code, actor) is { } refused)
        {
            return refused;
        }

        return await origin.New(service, cancellation) switch
        {
            { Source: { } source } => await Add(service.Code, source, actor, cancellation),
            { Refusal: { } why } => new DraftRefused(why),
            _ => Missing(service.Code),
        };
    }

    /// <summary>Begins a draft of files that came as a package.</summary>
    public async Task<DraftAnswer> Import(string service, IReadOnlyDictionary<string, string> files, Actor actor, CancellationToken cancellation = default) =>
        NotAnalyst(service, actor) ?? await Add(service, await origin.Imported(service, files, cancellation), actor, cancellation);

    /// <summary>Keeps a second draft with the same files, so that neither of two analysts loses what was drawn.</summary>
    /// <param name="file">The file that differs in the copy, with its text; null for none.</param>
    public async Task<DraftAnswer> Copy(string id, (string Path, string Text)? file, Actor actor, CancellationToken cancellation = default)
    {
        if (NotAnalyst(id, actor) is { } refused)
        {
            return refused;
        }

        if (await Find(id, cancellation) is not { } draft)
        {
            return Missing(id);
        }

        var files = file is { } changed ? DraftFiles.With(draft.Files, changed.Path, changed.Text) : draft.Files;
        return await Add(draft.ServiceCode, new DraftSource($"{draft.Name}（副本）", draft.BaseVersion, files), actor, cancellation);
    }

    /// <summary>Saves one file of a draft.</summary>
    /// <param name="version">The version of the draft that the change was made on.</param>
    public Task<DraftAnswer> Save(string id, int version, string path, string text, Actor actor, CancellationToken cancellation = default) =>
        Change(id, version, actor, draft => Unsavable(draft, path, text), (row, draft) => row.Files = DraftFiles.Write(DraftFiles.With(draft.Files, path, text)), cancellation);

    /// <summary>Takes the draft a step on its way.</summary>
    /// <param name="remark">For a return the reasons; else null or what is to be kept.</param>
    public Task<DraftAnswer> Take(string id, int version, DraftAct act, string? remark, Actor actor, CancellationToken cancellation = default) =>
        Change(
            id,
            version,
            actor,
            draft => Impossible(draft, act, remark, actor),
            (row, draft) =>
            {
                row.State = DraftLifecycle.After(draft.State, act)!.Value;
                row.Remarks = DraftFiles.Write(Remarked(draft, null, remark, actor));
            },
            cancellation,
            keepsAuthor: act is not DraftAct.Submit);

    /// <summary>Says something of an element; the draft may be in review.</summary>
    public Task<DraftAnswer> Remark(string id, int version, string? elementId, string text, Actor actor, CancellationToken cancellation = default) =>
        Change(id, version, actor, draft => Closed(draft), (row, draft) => row.Remarks = DraftFiles.Write(Remarked(draft, elementId, text, actor)), cancellation, keepsAuthor: true);

    private async Task<DraftAnswer> Add(string service, DraftSource source, Actor actor, CancellationToken cancellation)
    {
        var row = new DraftRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N", CultureInfo.InvariantCulture),
            ServiceCode = service,
            Name = source.Name,
            BaseVersion = source.BaseVersion,
            State = DraftState.Drafting,
            Version = 1,
            Files = DraftFiles.Write(source.Files),
            Remarks = DraftFiles.Write([]),
            ChangedById = actor.AccountId,
            ChangedBy = actor.Name,
            ChangedAt = time.GetUtcNow(),
        };
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        db.Drafts.Add(row);
        await db.SaveChangesAsync(cancellation);
        return new DraftTaken(DraftFiles.Read(row));
    }

    private async Task<DraftAnswer> Change(
        string id,
        int version,
        Actor actor,
        Func<Draft, Rejected?> refuse,
        Action<DraftRow, Draft> change,
        CancellationToken cancellation,
        bool keepsAuthor = false)
    {
        if (NotAnalyst(id, actor) is { } refused)
        {
            return refused;
        }

        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        if (await db.Drafts.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return Missing(id);
        }

        var draft = DraftFiles.Read(row);
        if (refuse(draft) is { } why)
        {
            return new DraftRefused(why);
        }

        if (row.Version != version)
        {
            return new DraftOvertaken(draft);
        }

        change(row, draft);
        row.Version++;
        if (!keepsAuthor)
        {
            (row.ChangedById, row.ChangedBy, row.ChangedAt) = (actor.AccountId, actor.Name, time.GetUtcNow());
        }

        return await TrySave(db, cancellation)
            ? new DraftTaken(DraftFiles.Read(row))
            : new DraftOvertaken((await Find(id, cancellation))!);
    }

    // Another node may have been faster between the reading and the writing.
    private static async Task<bool> TrySave(EngineDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private List<DraftRemark> Remarked(Draft draft, string? elementId, string? text, Actor actor) =>
        string.IsNullOrWhiteSpace(text) ? [.. draft.Remarks] : [.. draft.Remarks, new DraftRemark(elementId, text.Trim(), actor.Name, time.GetUtcNow())];

    private static Rejected? Unsavable(Draft draft, string path, string text) =>
        draft.State is not DraftState.Drafting ? WrongState(draft, "being drafted")
        : !DraftFiles.IsEditable(draft, path) ? new Rejected(RejectionCode.NotFound, $"Expected a file of draft '{draft.Id}', but '{path}' is none.", path)
        : text.Length > LargestFile ? new Rejected(RejectionCode.TooLong, $"Expected a file of at most {LargestFile} characters, but '{path}' has {text.Length}.", path)
        : null;

    private static Rejected? Impossible(Draft draft, DraftAct act, string? remark, Actor actor) =>
        DraftLifecycle.After(draft.State, act) is null ? WrongState(draft, $"in a state to {act}")
        : act is DraftAct.Return && string.IsNullOrWhiteSpace(remark)
            ? new Rejected(RejectionCode.BasisRequired, $"Expected reasons to return draft '{draft.Id}', but there are none.", draft.Name)
        : act is DraftAct.Approve && draft.ChangedById == actor.AccountId
            ? new Rejected(RejectionCode.NotEntitled, $"Expected another analyst to approve draft '{draft.Id}', but '{actor.AccountId}' changed it last.", draft.Name, "another-analyst")
        : null;

    private static Rejected? Closed(Draft draft) => DraftLifecycle.IsOpen(draft.State) ? null : WrongState(draft, "open");

    private static Rejected WrongState(Draft draft, string expected) =>
        new(RejectionCode.InvalidState, $"Expected draft '{draft.Id}' to be {expected}, but it is {draft.State}.", draft.Name, $"DraftState.{draft.State}");

    private static DraftRefused? NotAnalyst(string what, Actor actor) => actor.Is(Role.Analyst) || actor.Is(Role.Administrator)
        ? null
        : new DraftRefused(new Rejected(RejectionCode.NotEntitled, $"Expected an analyst for draft '{what}', but '{actor.AccountId}' is none.", what, Role.Analyst));

    private static DraftRefused Missing(string what) => new(new Rejected(RejectionCode.NotFound, $"Expected '{what}' to be known, but it is not.", what));
}
