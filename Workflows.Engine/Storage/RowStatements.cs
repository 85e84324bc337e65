using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Workflows.Engine.Storage;

/// <summary>The statements for the rows of a model, in the SQL that SQLite and PostgreSQL share; each is made once.</summary>
internal sealed class RowStatements(IModel model)
{
    private readonly ConcurrentDictionary<Type, RowTable> tables = new();
    private readonly ConcurrentDictionary<(Type Row, RowChangeKind Kind, string? Except), RowStatement> statements = new();

    public RowStatement Of(in RowChange change) =>
        statements.GetOrAdd((change.Row.GetType(), change.Kind, change.Except), static (key, self) => self.Make(key.Row, key.Kind, key.Except), this);

    /// <summary>A case by its id <c>$1</c>: sequence, hash, format, the state unless its sequence is <c>$2</c>, and the id.</summary>
    public string FindCase { get; } = Find(RowTable.Of(model, typeof(CaseRow)), "$2", (cases, id) => $"{cases} WHERE {id} = $1");

    /// <summary>As <see cref="FindCase"/>, for the ids <c>$1</c> with the sequences <c>$2</c>, both arrays of PostgreSQL.</summary>
    public string FindCases { get; } = Find(
        RowTable.Of(model, typeof(CaseRow)), "known", (cases, id) => $"unnest($1::text[], $2::integer[]) AS asked (case_id, known) JOIN {cases} ON {id} = case_id");

    private RowTable Table(Type row) => tables.GetOrAdd(row, static (type, of) => RowTable.Of(of, type), model);

    private RowStatement Make(Type row, RowChangeKind kind, string? except) => kind is RowChangeKind.Change
        ? Update(Table(row), except)
        : Insert(Table(row), kind is RowChangeKind.AddUnlessThere ? " ON CONFLICT DO NOTHING" : "");

    private static string Find(RowTable cases, string known, Func<string, string, string> from)
    {
        string Name(string property) => cases.Column(property).Name;
        var (sequence, state, id) = (Name(nameof(CaseRow.Sequence)), Name(nameof(CaseRow.State)), Name(nameof(CaseRow.Id)));
        return $"SELECT {sequence}, {Name(nameof(CaseRow.JournalHash))}, {Name(nameof(CaseRow.StateFormat))}, CASE WHEN {sequence} = {known} THEN NULL ELSE {state} END, {id} FROM {from(cases.Name, id)}";
    }

    private static RowStatement Insert(RowTable table, string ending) => new(
        $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns.Select(column => column.Name))}) VALUES ({string.Join(", ", table.Columns.Select((_, index) => $"${index + 1}"))}){ending}",
        table.Columns,
        null);

    private static RowStatement Update(RowTable table, string? except)
    {
        var changed = table.Columns.Where(column => !column.IsKey && column.Property != except).ToList();
        var key = table.Columns.Where(column => column.IsKey).ToList();
        var version = table.Columns.SingleOrDefault(column => column.IsVersion);
        var assignments = changed.Select((column, index) => $"{column.Name} = ${index + 1}");
        var conditions = key.Concat(version is null ? [] : [version]).Select((column, index) => $"{column.Name} = ${changed.Count + index + 1}");
        return new RowStatement($"UPDATE {table.Name} SET {string.Join(", ", assignments)} WHERE {string.Join(" AND ", conditions)}", [.. changed, .. key], version);
    }
}

/// <summary>A statement with the parameters <c>$1</c>, <c>$2</c>, …: first <paramref name="Columns"/>, then the version that was read.</summary>
/// <param name="Version">Null where the table has none, or nothing is compared.</param>
internal sealed record RowStatement(string Text, IReadOnlyList<RowColumn> Columns, RowColumn? Version)
{
    public int ParameterCount => Columns.Count + (Version is null ? 0 : 1);

    public RowColumn Parameter(int position) => position < Columns.Count ? Columns[position] : Version!;

    /// <summary>The value of the parameter at a position, 0-based.</summary>
    /// <exception cref="InvalidOperationException">The table has a version, but the change does not say which one was read.</exception>
    public object Value(in RowChange change, int position) => position < Columns.Count
        ? Columns[position].Value(change.Row)
        : change.ReadVersion ?? throw new InvalidOperationException($"Expected the version that was read of {change.Row.GetType().Name}, but there is none.");
}
