using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine.Storage;

namespace Workflows.Load;

/// <summary>Keeps the rows that commands write, case by case, so that they can be written again without an engine.</summary>
internal sealed class Recording
{
    private readonly ConcurrentDictionary<string, List<RowChanges>> cases = new();

    /// <summary>The rows of each command of a case, in their order.</summary>
    public IReadOnlyCollection<IReadOnlyList<RowChanges>> Cases => [.. cases.Values];

    public static Recording Around(IServiceCollection services)
    {
        var recording = new Recording();
        var usual = services.Single(service => service.ServiceType == typeof(CaseStore));
        services.Remove(usual);
        services.AddSingleton<CaseStore>(provider => new RecordingStore((CaseStore)usual.ImplementationFactory!(provider), recording));
        return recording;
    }

    private void Keep(string caseId, RowChanges rows) => cases.GetOrAdd(caseId, _ => []).Add(rows);

    private sealed class RecordingStore(CaseStore store, Recording recording) : CaseStore
    {
        public override int Lanes => store.Lanes;

        public override int GroupSize => store.GroupSize;

        public override ValueTask<StoredCase?> Find(string caseId, int knownSequence, CancellationToken cancellation) =>
            store.Find(caseId, knownSequence, cancellation);

        public override Task<IReadOnlyList<Exception?>> Write(IReadOnlyList<CaseWrite> group) =>
            store.Write([.. group.Select(Kept)]);

        private CaseWrite Kept(CaseWrite write)
        {
            RowChanges? Rows(int serial)
            {
                var rows = write.Rows(serial);
                if (rows is not null)
                {
                    recording.Keep(write.CaseId, rows);
                }

                return rows;
            }

            return write.Series is { } series ? new CaseWrite(write.CaseId, series, Rows) : new CaseWrite(write.CaseId, Rows(0)!);
        }
    }
}
