using Workflows.Engine.Storage;

namespace Workflows.Load.Floors;

/// <summary>SQLite without an engine: one connection with prepared statements, and a gate before it, for SQLite takes one writer.</summary>
internal sealed class SqliteFloor(string connectionString, Script script) : Floor(script)
{
    private readonly SqliteSession session = new(connectionString);
    private readonly SemaphoreSlim gate = new(1);

    public override ValueTask DisposeAsync()
    {
        session.Dispose();
        gate.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override async Task Write(string caseId, IReadOnlyList<ScriptStatement> command, bool isStart)
    {
        await gate.WaitAsync();
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            if (isStart)
            {
                session.Command(NextSerial, 0).ExecuteScalar();
            }
            else
            {
                Read(caseId);
            }

            foreach (var statement in command)
            {
                Write(caseId, statement);
            }

            session.Execute("COMMIT");
        }
        finally
        {
            gate.Release();
        }
    }

    private void Read(string caseId)
    {
        var find = session.Command(Script.FindCase, 2);
        find.Parameters[0].Value = caseId;
        find.Parameters[1].Value = 0;
        using var reader = find.ExecuteReader();
        reader.Read();
        reader.GetFieldValue<byte[]>(3);
    }

    private void Write(string caseId, ScriptStatement statement)
    {
        var command = session.Command(statement.Text, statement.Values.Count);
        for (var position = 0; position < statement.Values.Count; position++)
        {
            command.Parameters[position].Value = statement.Values[position].For(caseId);
        }

        command.ExecuteNonQuery();
    }
}
