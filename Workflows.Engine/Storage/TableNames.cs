using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Workflows.Engine.Storage;

/// <summary>Names tables, columns, keys and indexes in snake_case, which needs quoting in none of the databases.</summary>
internal static class TableNames
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            Name(entity);
        }
    }

    private static void Name(IMutableEntityType entity)
    {
        var table = SnakeCase(entity.GetTableName()!.Replace("AspNet", "account_", StringComparison.Ordinal));
        entity.SetTableName(table);
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(SnakeCase(property.Name));
        }

        foreach (var key in entity.GetKeys())
        {
            key.SetName($"pk_{table}");
        }

        foreach (var foreignKey in entity.GetForeignKeys())
        {
            foreignKey.SetConstraintName($"fk_{table}_{Columns(foreignKey.Properties)}");
        }

        foreach (var index in entity.GetIndexes())
        {
            // PostgreSQL cuts names after 63 characters: an index over many columns has a name of its own.
            if (index.GetDatabaseName()?.StartsWith("ix_", StringComparison.Ordinal) is not true)
            {
                index.SetDatabaseName($"ix_{table}_{Columns(index.Properties)}");
            }
        }
    }

    private static string Columns(IEnumerable<IReadOnlyProperty> properties) =>
        string.Join('_', properties.Select(property => SnakeCase(property.Name)));

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
