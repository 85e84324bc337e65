using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Handling;

/// <summary>Loads cases, and remembers those that were written lately, so that their state need not be sent and read again.</summary>
/// <remarks>
/// The sequence is asked of the database every time: what other nodes have written is always seen. What is remembered is bounded by its
/// size in the database; an idle case costs nothing.
/// </remarks>
internal sealed class CaseLoading(CaseStore store, IOptions<HandlingOptions> options) : IDisposable
{
    private readonly MemoryCache remembered = new(new MemoryCacheOptions { SizeLimit = options.Value.RememberedBytes });

    /// <summary>The case; null where there is none.</summary>
    /// <exception cref="UnknownFormatException">A newer program has written the case.</exception>
    public async ValueTask<LoadedCase?> Find(string caseId, CancellationToken cancellation)
    {
        var known = remembered.Get<LoadedCase>(caseId);
        var stored = await store.Find(caseId, known?.Sequence ?? 0, cancellation);
        return stored is null ? null
            : known?.Sequence == stored.Sequence ? known
            : new LoadedCase(StateFormats.Read(caseId, stored.StateFormat, stored.State), stored.Sequence, stored.JournalHash);
    }

    /// <param name="size">The size of its state as it is stored.</param>
    public void Remember(LoadedCase @case, int size) => remembered.Set(@case.State.Id, @case, new MemoryCacheEntryOptions { Size = size });

    public void Dispose() => remembered.Dispose();
}

/// <summary>How commands are carried out: the settings <c>Workflows:Handling</c>.</summary>
public sealed class HandlingOptions
{
    public const string Section = "Workflows:Handling";

    /// <summary>How much state of recently written cases is kept in memory, measured as it is stored; in memory it takes several times as much. 0 keeps none.</summary>
    public long RememberedBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>The longest journal entry, in bytes of JSON; a command that would write a longer one is refused.</summary>
    public int LargestEntry { get; set; } = 8 * 1024 * 1024;
}
