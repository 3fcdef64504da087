namespace PartnershipTracker.Bench;

/// <summary>
/// Reads rows into records by the names of their columns; a column without a property of its name is passed over. What it compiles is what
/// one would write by hand: a call of the reader with the column's number for each property.
/// </summary>
internal static class RecordReader<T>
{
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(DbDataReader));
    private static Func<DbDataReader, T>? _read;

    /// <summary>There is one statement for each type of record, so that it is compiled once.</summary>
    public static T Read(DbDataReader row) => (_read ??= Compile(row))(row);

    private static Func<DbDataReader, T> Compile(DbDataReader row)
    {
        var bindings =
            from column in Enumerable.Range(0, row.FieldCount)
            let property = typeof(T).GetProperty(row.GetName(column))
            where property is not null
            select Expression.Bind(property, Column(property.PropertyType, Expression.Constant(column)));
        return Expression.Lambda<Func<DbDataReader, T>>(Expression.MemberInit(Expression.New(typeof(T)), bindings), Row).Compile();
    }

    private static Expression Column(Type type, ConstantExpression column)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var helpers = typeof(DbDataReaderExtensions);
        Expression value =
            plain.IsEnum ? Expression.Call(helpers, nameof(DbDataReaderExtensions.Enum), [plain], Row, column)
            : plain == typeof(int) ? Expression.Call(helpers, nameof(DbDataReaderExtensions.Int), null, Row, column)
            : plain == typeof(DateTimeOffset) ? Expression.Call(helpers, nameof(DbDataReaderExtensions.Instant), null, Row, column)
            : Expression.Call(Row, nameof(DbDataReader.GetFieldValue), [plain], column);
        return type.IsValueType && plain == type
            ? value
            : Expression.Condition(
                Expression.Call(Row, nameof(DbDataReader.IsDBNull), null, column),
                Expression.Default(type),
                Expression.Convert(value, type)
            );
    }
}
