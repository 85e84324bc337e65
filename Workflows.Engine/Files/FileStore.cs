using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Files;

/// <summary>Keeps the files of applications: each content once, in a folder, under its hash.</summary>
public sealed class FileStore(EngineDatabase database, IOptions<FileStoreOptions> options, IHostEnvironment host, TimeProvider time)
{
    private readonly string folder = Path.Combine(host.ContentRootPath, options.Value.Folder);

    /// <summary>Stores a file; the same content twice is the same file.</summary>
    /// <param name="name">The file's name with its extension; folders before it are dropped.</param>
    public async Task<FileSaveResult> Save(Stream content, string name, Actor actor, CancellationToken cancellation = default)
    {
        var fileName = FileName.Of(name);
        if (fileName.Length is 0 or > Lengths.Name)
        {
            return new FileRefused(FileRefusalCode.NameNotAllowed, $"Expected a file name of 1 to {Lengths.Name} characters, but it has {fileName.Length}.", fileName);
        }

        if (FileType.OfName(fileName) is not { } type)
        {
            return new FileRefused(FileRefusalCode.TypeNotAllowed, $"Expected a file of type {AllowedExtensions}, but it is '{fileName}'.", fileName, AllowedExtensions);
        }

        using var incoming = await IncomingFile.Receive(content, folder, options.Value.MaximumSize, cancellation);
        if (Refusal(incoming, fileName, type) is { } refusal)
        {
            return refusal;
        }

        incoming.Keep(PathOf(incoming.Hash));
        return new FileSaved(await Register(incoming, fileName, type, actor, cancellation));
    }

    /// <summary>The stored files with these ids; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<string, StoredFile>> Find(IEnumerable<string> ids, CancellationToken cancellation = default)
    {
        var wanted = ids.ToList();
        await using var db = database.Open();
        return await db.Files.Where(row => wanted.Contains(row.Id))
            .Select(row => new StoredFile(row.Id, row.Name, row.ContentType, row.Size))
            .ToDictionaryAsync(file => file.Id, cancellation);
    }

    /// <summary>Opens a file of a case; null where the case has no such file or the actor may not see the case.</summary>
    public async Task<OpenFile?> Open(string caseId, string fileId, Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var row = await db.Cases.VisibleTo(actor, db)
            .Where(visible => visible.Id == caseId)
            .Join(db.CaseFiles, visible => visible.Id, given => given.CaseId, (_, given) => given.FileId)
            .Join(db.Files, id => id, file => file.Id, (_, file) => file)
            .FirstOrDefaultAsync(file => file.Id == fileId, cancellation);
        return row is null
            ? null
            : new OpenFile(new StoredFile(row.Id, row.Name, row.ContentType, row.Size), File.OpenRead(PathOf(row.Id)));
    }

    private static string AllowedExtensions => string.Join(", ", FileType.Allowed.SelectMany(type => type.Extensions));

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);

    private FileRefused? Refusal(IncomingFile file, string name, FileType type) =>
        file.Size == 0 ? new FileRefused(FileRefusalCode.Empty, $"Expected file '{name}' to have content, but it is empty.", name)
        : file.Size > options.Value.MaximumSize ? new FileRefused(FileRefusalCode.TooLarge, $"Expected file '{name}' to have at most {Megabytes} MB, but it is larger.", name, Megabytes)
        : !type.Matches(file.Head) ? new FileRefused(FileRefusalCode.ContentMismatch, $"Expected file '{name}' to be {type.ContentType} as its name says, but its content is not.", name, type.ContentType)
        : file.Pixels > options.Value.MaximumPixels ? new FileRefused(FileRefusalCode.TooManyPixels, $"Expected picture '{name}' to have at most {Megapixels} million pixels, but it says that it has more.", name, Megapixels)
        : null;

    private string Megabytes => (options.Value.MaximumSize / 1024 / 1024).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Megapixels => (options.Value.MaximumPixels / 1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<StoredFile> Register(IncomingFile file, string name, FileType type, Actor actor, CancellationToken cancellation)
    {
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        if (!await db.Files.AnyAsync(row => row.Id == file.Hash, cancellation))
        {
            db.Files.Add(new FileRow
            {
                Id = file.Hash,
                Name = name,
                ContentType = type.ContentType,
                Size = file.Size,
                StoredAt = time.GetUtcNow(),
                StoredBy = actor.AccountId,
            });
            await SaveUnlessAnotherDid(db, file.Hash, cancellation);
        }

        return new StoredFile(file.Hash, name, type.ContentType, file.Size);
    }

    private async Task SaveUnlessAnotherDid(EngineDb db, string hash, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            await using var fresh = database.Open();
            if (!await fresh.Files.AnyAsync(row => row.Id == hash, cancellation))
            {
                throw;
            }
        }
    }
}

/// <summary>A file that is open for reading; who took it disposes it.</summary>
public sealed record OpenFile(StoredFile File, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
