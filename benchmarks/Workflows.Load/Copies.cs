using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Storage;

namespace Workflows.Load;

/// <summary>Rows that are copies of one case's, as many as it takes: what lies in a database of which most is left alone.</summary>
internal static class Copies
{
    /// <param name="from">The condition on the rows to copy, in SQL; null for any one row.</param>
    /// <param name="changed">SQL of the properties that differ, by property; <c>i</c> counts from 1.</param>
    public static Task<int> Add(EngineDb db, Type row, int count, Dictionary<string, string> changed, string? from = null)
    {
        var table = RowTable.Of(db.Model, row);
        var names = string.Join(", ", table.Columns.Select(column => column.Name));
        var values = string.Join(", ", table.Columns.Select(column => changed.GetValueOrDefault(column.Property, "one." + column.Name)));
        var source = $"SELECT * FROM {table.Name} {(from is null ? "LIMIT 1" : $"WHERE {from}")}";
        var statement = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) INSERT INTO {table.Name} ({names}) SELECT {values} FROM n, ({source}) AS one";
        return db.Database.ExecuteSqlRawAsync(statement);
    }
}
