using System.Globalization;
using System.Text.Json;
using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Reads the cells of one row as the types that fields need. Text that no database can store is refused here, so that only this row is
/// refused and not a whole batch.
/// </summary>
internal sealed record Cells(int Line, Func<string, string> Cell)
{
    public string Required(MappedValue value, string field) => Optional(value, field) ?? throw Refused(field, "import.required");

    public string? Optional(MappedValue? value, string field)
    {
        if (value is null)
            return null;
        return Text(field, value.Of(Cell) ?? throw Refused(field, "import.unknownValue", value.Fill(Cell)));
    }

    /// <summary>A key or name of one line.</summary>
    public string RequiredLine(MappedValue value, string field, int maxLength) => OneLine(field, Required(value, field), maxLength);

    public IReadOnlyList<string> List(IReadOnlyList<MappedValue>? values, string field) =>
        [
            .. (values ?? []).SelectMany(v =>
                (Optional(v, field) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ),
        ];

    /// <summary>A column of the product's own file, which is named like its field.</summary>
    public string? Optional(string column) => Text(column, Cell(column));

    public string? Optional(string column, int maxLength) => Optional(column) is { } text ? AtMost(column, text, maxLength) : null;

    public string? OptionalLine(string column, int maxLength) => Optional(column) is { } text ? OneLine(column, text, maxLength) : null;

    public string RequiredLine(string column, int maxLength) => OneLine(column, Required(column), maxLength);

    /// <summary>Refuses a row with invalid text, even in columns that this row does not use.</summary>
    public void MustBeText(IEnumerable<string> columns)
    {
        foreach (var column in columns)
            Text(column, Cell(column));
    }

    public string Required(string column) => Optional(column) ?? throw Refused(column, "import.required");

    public IReadOnlyList<string> List(string column) =>
        (Optional(column) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public DateOnly Date(string text, string field)
    {
        if (!DateRules.TryRead(text, out var date))
            throw Refused(field, "import.date", text);
        return DateRules.IsInRange(date)
            ? date
            : throw Refused(field, "form.date", DateRules.Iso(DateRules.Earliest), DateRules.Iso(DateRules.Latest));
    }

    public DateOnly? OptionalDate(MappedValue? value, string field) => Optional(value, field) is { } text ? Date(text, field) : null;

    public DateOnly? OptionalDate(string column) => Optional(column) is { } text ? Date(text, column) : null;

    public decimal? Number(MappedValue? value, string field) => Optional(value, field) is { } text ? Number(text, field) : null;

    public decimal? Number(string column) => Optional(column) is { } text ? Number(text, column) : null;

    public decimal Number(string text, string field)
    {
        if (
            !decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            throw Refused(field, "import.number", text);
        return Math.Abs(number) <= Limits.Number ? number : throw Refused(field, "form.numberTooLarge", Limits.NumberDigits);
    }

    public TEnum? Enum<TEnum>(MappedValue? value, string field)
        where TEnum : struct, Enum => Optional(value, field) is { } text ? Enum<TEnum>(text, field) : null;

    public TEnum? Enum<TEnum>(string column)
        where TEnum : struct, Enum => Optional(column) is { } text ? Enum<TEnum>(text, column) : null;

    public IReadOnlyList<TEnum> Enums<TEnum>(string column)
        where TEnum : struct, Enum => [.. List(column).Select(text => Enum<TEnum>(text, column))];

    public bool Yes(string column) =>
        Optional(column) is { } text && (bool.TryParse(text, out var yes) ? yes : throw Refused(column, "import.unknownValue", text));

    public int? Whole(string column) =>
        Number(column) is not { } number ? null
        : number is >= 0 and <= 1_000_000 && number == decimal.Truncate(number) ? (int)number
        : throw Refused(column, "import.number", Optional(column));

    public TEnum Enum<TEnum>(string text, string field)
        where TEnum : struct, Enum =>
        System.Enum.TryParse<TEnum>(text, ignoreCase: true, out var known) && !char.IsAsciiDigit(text[0]) && System.Enum.IsDefined(known)
            ? known
            : throw Refused(field, "import.unknownValue", text);

    public void Check<T>(string prefix, IValidator<T> validator, T value)
    {
        if (validator.Validate(value) is { IsValid: false, Errors: [var first, ..] })
            throw new RowRefusedException(
                new RowIssue(Line, prefix + JsonNamingPolicy.CamelCase.ConvertName(first.PropertyName), first.ErrorCode, first.Arguments())
            );
    }

    public RowRefusedException Refused(string field, string code, params object?[] args) => new(new RowIssue(Line, field, code, args));

    public string AtMost(string field, string text, int maxLength) =>
        text.Length <= maxLength ? text : throw Refused(field, "form.tooLong", maxLength);

    private string? Text(string field, string text) =>
        TextRules.IsText(text) ? Blank.ToNull(text) : throw Refused(field, "form.controlCharacters");

    private string OneLine(string field, string text, int maxLength) =>
        TextRules.IsLine(text) ? AtMost(field, text, maxLength) : throw Refused(field, "form.oneLine");
}
