namespace PartnershipTracker.Bench;

/// <summary>
/// Reads the rows of a statement into values, tuples and records. What it compiles for each statement is what one would write by hand: for
/// each member a call of the reader with the number of a column.
/// </summary>
/// <param name="statement">The text of the statement, by which what was compiled is found again.</param>
internal sealed class PlainReader(DbDataReader reader, string statement)
{
    private static readonly ConcurrentDictionary<(string Statement, Type Type), Delegate> Compiled = new();
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(DbDataReader));

    /// <summary>
    /// The rows of the next result. Columns are taken in their order, except that a record without constructor parameters takes those that
    /// have the names of its properties.
    /// </summary>
    public async Task<List<T>> NextAsync<T>()
    {
        var read = (Func<DbDataReader, T>)Compiled.GetOrAdd((statement, typeof(T)), _ => Compile<T>());
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        await reader.NextResultAsync();
        return rows;
    }

    private Func<DbDataReader, T> Compile<T>()
    {
        string[] names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var columns = new Queue<int>(Enumerable.Range(0, names.Length));
        return Expression.Lambda<Func<DbDataReader, T>>(Value(typeof(T), columns, names), Row).Compile();
    }

    private static Expression Value(Type type, Queue<int> columns, string[] names)
    {
        var isTuple = type.IsAssignableTo(typeof(ITuple));
        if (!isTuple && type.GetMethod("<Clone>$") is null)
            return Column(type, columns.Dequeue());
        if (!isTuple && type.GetConstructor(Type.EmptyTypes) is not null)
            return Expression.MemberInit(Expression.New(type), type.GetProperties().SelectMany(property => Bind(property, names)));
        var before = columns.ToArray();
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = Expression.New(constructor, constructor.GetParameters().Select(p => Value(p.ParameterType, columns, names)));
        return isTuple ? made : NullWhere(before.SkipLast(columns.Count).Select(IsNull).Aggregate(Expression.AndAlso), made, type);
    }

    /// <summary>A property that is a record has columns such as Measure_Unit, in the order of its constructor.</summary>
    private static IEnumerable<MemberAssignment> Bind(PropertyInfo property, string[] names)
    {
        var isOf = (string name) => name == property.Name || name.StartsWith(property.Name + "_", StringComparison.Ordinal);
        var columns = new Queue<int>(names.Index().Where(name => isOf(name.Item)).Select(name => name.Index));
        return columns.Count == 0 ? [] : [Expression.Bind(property, Value(property.PropertyType, columns, names))];
    }

    private static Expression Column(Type type, int number)
    {
        var column = Expression.Constant(number);
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        Expression value =
            plain.IsEnum ? Expression.Call(typeof(PlainReader), nameof(Enum), [plain], Row, column)
            : plain == typeof(int) ? Expression.Convert(Expression.Call(Row, nameof(DbDataReader.GetInt64), null, column), plain)
            : plain == typeof(DateTimeOffset) ? Expression.Call(typeof(PlainReader), nameof(Instant), null, Row, column)
            : plain == typeof(IReadOnlyList<string>) ? Expression.Call(typeof(PlainReader), nameof(Themes), null, Row, column)
            : Expression.Call(Row, nameof(DbDataReader.GetFieldValue), [plain], column);
        return type.IsValueType && plain == type ? value : NullWhere(IsNull(number), value, type);
    }

    private static Expression IsNull(int column) => Expression.Call(Row, nameof(DbDataReader.IsDBNull), null, Expression.Constant(column));

    private static ConditionalExpression NullWhere(Expression isNull, Expression value, Type type) =>
        Expression.Condition(isNull, Expression.Default(type), Expression.Convert(value, type));

    private static TEnum Enum<TEnum>(DbDataReader row, int column)
        where TEnum : struct => System.Enum.Parse<TEnum>(row.GetString(column));

    private static DateTimeOffset Instant(DbDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    private static IReadOnlyList<string> Themes(DbDataReader row, int column) =>
        row.GetString(column).Split(',', StringSplitOptions.RemoveEmptyEntries);
}
