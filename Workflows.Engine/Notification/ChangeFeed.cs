using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Notification;

/// <summary>Tells the other nodes which cases have changed here, and the screens here what has changed there.</summary>
/// <remarks>
/// After the commit and in batches, so that no command waits for it. A hint to look again: a node that dies within an interval of its
/// last commands has told nobody of them, and whoever looks sees them all the same.
/// </remarks>
internal sealed class ChangeFeed(EngineDatabase database, CaseChanges changes, IOptions<NotificationOptions> options, TimeProvider time, ILogger<ChangeFeed> log)
    : BackgroundService
{
    /// <summary>More changes than this between two rounds are not told one by one; the newest are.</summary>
    private const int Most = 10_000;

    private const int MostInANote = 500;

    /// <summary>A note with a lower number may become visible after one with a higher one, when its transaction was slower.</summary>
    private static readonly TimeSpan Stragglers = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly string node = Guid.NewGuid().ToString("N");
    private readonly Channel<CaseChanged> here = Channel.CreateBounded<CaseChanged>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Dictionary<long, DateTimeOffset> seen = [];
    private long? floor;
    private DateTimeOffset clearedAt;

    /// <summary>Listens to what changes here; until then nothing is told.</summary>
    public IDisposable Listen() => changes.SubscribeHere(change => here.Writer.TryWrite(change));

    /// <summary>One round: tells what has changed here, and passes on what others have told.</summary>
    public async Task Exchange(CancellationToken cancellation)
    {
        await Tell(cancellation);
        await Hear(cancellation);
        await Clear(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = Listen();
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            try
            {
                await Exchange(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(exception, "The nodes could not tell each other what has changed.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Tell(CancellationToken cancellation)
    {
        while (Next() is { Count: > 0 } note)
        {
            using var turn = await database.BeginWriting(cancellation);
            await using var db = database.Open();
            db.ChangeNotes.Add(new ChangeNoteRow { Node = node, ToldAt = time.GetUtcNow(), Changes = JsonSerializer.SerializeToUtf8Bytes(note) });
            await db.SaveChangesAsync(cancellation);
        }
    }

    private List<CaseChanged> Next()
    {
        var note = new List<CaseChanged>();
        while (note.Count < MostInANote && here.Reader.TryRead(out var change))
        {
            note.Add(change);
        }

        return note;
    }

    private async Task Hear(CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (floor is not { } from)
        {
            floor = await db.ChangeNotes.MaxAsync(row => (long?)row.Id, cancellation) ?? 0;
            return;
        }

        var now = time.GetUtcNow();
        foreach (var note in await db.ChangeNotes.AsNoTracking().Where(row => row.Id > from).OrderBy(row => row.Id).ToListAsync(cancellation))
        {
            if (seen.TryAdd(note.Id, now) && note.Node != node)
            {
                foreach (var change in JsonSerializer.Deserialize<List<CaseChanged>>(note.Changes)!)
                {
                    changes.Relay(change);
                }
            }
        }

        foreach (var old in seen.Where(one => one.Value < now - Stragglers).Select(one => one.Key).ToList())
        {
            floor = Math.Max(floor.Value, old);
            seen.Remove(old);
        }
    }

    private async Task Clear(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - clearedAt < Kept / 2)
        {
            return;
        }

        clearedAt = now;
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        await db.ChangeNotes.Where(row => row.ToldAt < now - Kept).ExecuteDeleteAsync(cancellation);
    }
}
