using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Workflows.Engine.Storage;

/// <summary>A table as EF's model describes it. What is written without EF follows the model, and repeats none of it.</summary>
internal sealed class RowTable
{
    private RowTable(string name, IReadOnlyList<RowColumn> columns) => (Name, Columns) = (name, columns);

    public string Name { get; }

    /// <summary>The columns that a writer gives; those that the database makes itself are left out.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    public RowColumn Column(string property) => Columns.Single(column => column.Property == property);

    public static RowTable Of(IModel model, Type row)
    {
        var entity = model.FindEntityType(row)
            ?? throw new InvalidOperationException($"Expected a row of the engine's model, but {row.Name} is none.");
        return new RowTable(entity.GetTableName()!, [.. entity.GetProperties().Where(IsGiven).Select(Column)]);
    }

    private static bool IsGiven(IProperty property) => property.ValueGenerated is not ValueGenerated.OnAdd || property.ClrType == typeof(string);

    private static RowColumn Column(IProperty property) => new(
        property.Name,
        property.GetColumnName(),
        property.IsPrimaryKey(),
        property.IsConcurrencyToken,
        property.IsNullable,
        property.GetRelationalTypeMapping(),
        Reader(property));

    /// <summary>From a row to what the database is given for the property; a missing value is <see cref="DBNull"/>.</summary>
    private static Func<object, object> Reader(IProperty property)
    {
        var row = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(row, property.DeclaringType.ClrType), property.PropertyInfo!);
        var stored = Stored(value, property.GetRelationalTypeMapping().Converter?.ConvertToProviderExpression);
        return Expression.Lambda<Func<object, object>>(stored, row).Compile();
    }

    private static Expression Stored(Expression value, LambdaExpression? conversion)
    {
        var isNullable = Nullable.GetUnderlyingType(value.Type) is not null;
        var given = isNullable ? Expression.Property(value, nameof(Nullable<int>.Value)) : value;
        var converted = Expression.Convert(conversion is null ? given : Expression.Invoke(conversion, given), typeof(object));
        return isNullable || !value.Type.IsValueType
            ? Expression.Condition(Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(DBNull.Value, typeof(object)), converted)
            : converted;
    }
}

/// <summary>A column of a <see cref="RowTable"/>.</summary>
/// <param name="IsVersion">True for the column that two writers of a row compare.</param>
/// <param name="Value">From a row to what the database is given.</param>
internal sealed record RowColumn(
    string Property,
    string Name,
    bool IsKey,
    bool IsVersion,
    bool IsNullable,
    RelationalTypeMapping Mapping,
    Func<object, object> Value);
