using Microsoft.EntityFrameworkCore.Metadata;
using Workflows.Engine.Outbox;
using Workflows.Engine.Storage;

namespace Workflows.Load.Floors;

/// <summary>The rows of one recorded case as plain statements, to be written again for other cases by a loop without an engine.</summary>
internal sealed class Script
{
    private Script(IReadOnlyList<IReadOnlyList<ScriptStatement>> commands, string findCase) => (Commands, FindCase) = (commands, findCase);

    /// <summary>What each command of the case wrote; the first one starts the case.</summary>
    public IReadOnlyList<IReadOnlyList<ScriptStatement>> Commands { get; }

    public string FindCase { get; }

    /// <summary>Rows that a command writes, in the mean over the case's completions.</summary>
    public double RowsEach => Commands.Skip(1).Average(command => command.Count);

    /// <summary>Bytes of values that a command writes, in the median over the case's completions.</summary>
    public double MedianBytes => Commands.Skip(1).Select(command => command.Sum(statement => statement.Size)).Order().ElementAt((Commands.Count - 1) / 2);

    public static Script Of(IModel model, IReadOnlyList<RowChanges> commands)
    {
        var statements = new RowStatements(model);
        return new Script([.. commands.Select(command => command.All.Select(change => Statement(statements.Of(change), change)).ToList())], statements.FindCase);
    }

    private static ScriptStatement Statement(RowStatement statement, RowChange change) => new(
        statement.Text,
        [.. Enumerable.Range(0, statement.ParameterCount).Select(position => Value(statement, change, position))]);

    private static ScriptValue Value(RowStatement statement, RowChange change, int position)
    {
        var column = statement.Parameter(position);
        var part = (change.Row, column.Property) switch
        {
            (CaseRow, nameof(CaseRow.Id)) or (_, "CaseId") => ScriptPart.CaseId,
            (CaseRow, nameof(CaseRow.Number)) => ScriptPart.Number,
            (OutboxRow, nameof(OutboxRow.IdempotencyKey)) => ScriptPart.Key,
            _ => ScriptPart.Fixed,
        };
        return new ScriptValue(part, column, statement.Value(change, position));
    }
}

/// <param name="Text">With parameters <c>$1</c>, <c>$2</c>, …</param>
internal sealed record ScriptStatement(string Text, IReadOnlyList<ScriptValue> Values)
{
    public int Size => Values.Sum(value => value.Size);
}

internal sealed record ScriptValue(ScriptPart Part, RowColumn Column, object Value)
{
    public int Size => Value switch
    {
        byte[] bytes => bytes.Length,
        string text => System.Text.Encoding.UTF8.GetByteCount(text),
        DBNull => 0,
        bool => 1,
        int or DateOnly => 4,
        _ => 8,
    };

    /// <summary>The value for another case.</summary>
    public object For(string caseId) => Part switch
    {
        ScriptPart.CaseId => caseId,
        ScriptPart.Number => "N" + caseId,
        ScriptPart.Key => string.Concat(caseId, ((string)Value).AsSpan(((string)Value).IndexOf(':', StringComparison.Ordinal))),
        _ => Value,
    };
}

internal enum ScriptPart
{
    Fixed,
    CaseId,
    Number,
    Key,
}
