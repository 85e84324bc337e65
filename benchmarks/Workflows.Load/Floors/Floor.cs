using System.Diagnostics;
using Workflows.Engine.Storage;

namespace Workflows.Load.Floors;

/// <summary>What a loop reaches that was written by hand for these rows: one read and one transaction for each command, and no engine.</summary>
internal abstract class Floor(Script script) : IAsyncDisposable
{
    protected const string NextSerial = "INSERT INTO numbers (series, last) VALUES ('floor', 1) ON CONFLICT (series) DO UPDATE SET last = numbers.last + 1 RETURNING last";

    protected Script Script => script;

    public static Floor On(LoadDatabase database, Script script) => database.Provider is DatabaseProvider.Postgres
        ? new PostgresFloor(database.ConnectionString, script)
        : new SqliteFloor(database.ConnectionString, script);

    /// <summary>Works one case to its end; tells of each completion how long it took.</summary>
    public async Task Work(Action<TimeSpan> completed)
    {
        var id = Guid.CreateVersion7().ToString("N");
        for (var number = 0; number < script.Commands.Count; number++)
        {
            var clock = Stopwatch.GetTimestamp();
            await Write(id, script.Commands[number], isStart: number == 0);
            if (number > 0)
            {
                completed(Stopwatch.GetElapsedTime(clock));
            }
        }
    }

    public abstract ValueTask DisposeAsync();

    protected abstract Task Write(string caseId, IReadOnlyList<ScriptStatement> command, bool isStart);
}
