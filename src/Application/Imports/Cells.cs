using System.Globalization;
using System.Text.Json;
using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Reads the cells of one row as the types that fields need and collects every reason to refuse the row. A refused cell reads as empty, so
/// that the other cells are read too. Text that no database can store is refused here, so that only this row is refused and not a whole
/// batch.
/// </summary>
/// <param name="cell">Returns the text of a column of this row.</param>
/// <param name="fieldOf">Names the column of a field as <c>organization.type</c>; null where fields are named by their path.</param>
internal sealed class Cells(int line, Func<string, string> cell, Func<string, string>? fieldOf = null)
{
    private readonly List<RowIssue> _reasons = [];
    private readonly List<RowIssue> _warnings = [];

    public Func<string, string> Cell => cell;

    public IReadOnlyList<RowIssue> Warnings => _warnings;

    public void Warn(string field, string code, params object?[] args) => _warnings.Add(new RowIssue(line, field, code, args));

    public void Refuse(string field, string code, params object?[] args)
    {
        if (!_reasons.Exists(r => r.Field == field && r.Code == code && r.Args.SequenceEqual(args)))
            _reasons.Add(new RowIssue(line, field, code, args));
    }

    /// <exception cref="RowRefusedException">There is a reason to refuse the row.</exception>
    public void MustBeAccepted()
    {
        if (_reasons.Count > 0)
            throw new RowRefusedException(_reasons);
    }

    public string Required(MappedValue value, string field) => Given(Optional(value, field), field);

    public string Required(string column) => Given(Optional(column), column);

    public string? Optional(MappedValue? value, string field)
    {
        if (value is null)
            return null;
        if (value.Of(cell) is { } text)
            return Text(field, text);
        Refuse(field, "import.unknownValue", value.Fill(cell));
        return null;
    }

    /// <summary>A column of the product's own file, which is named like its field.</summary>
    public string? Optional(string column) => Text(column, cell(column));

    public string Required(string column, int maxLength) => AtMost(column, Required(column), maxLength) ?? "";

    public string? Optional(string column, int maxLength) => AtMost(column, Optional(column), maxLength);

    public string? OptionalLine(string column, int maxLength) => OneLine(column, Optional(column), maxLength);

    /// <summary>A key or name of one line.</summary>
    public string RequiredLine(MappedValue value, string field, int maxLength) =>
        OneLine(field, Required(value, field), maxLength) ?? "";

    public string RequiredLine(string column, int maxLength) => OneLine(column, Required(column), maxLength) ?? "";

    public IReadOnlyList<string> List(IReadOnlyList<MappedValue>? values, string field) =>
        [.. (values ?? []).SelectMany(v => Split(Optional(v, field)))];

    public IReadOnlyList<string> List(string column) => Split(Optional(column));

    /// <summary>Refuses a row with invalid text, even in columns that this row does not use.</summary>
    public void MustBeText(IEnumerable<string> columns)
    {
        foreach (var column in columns)
            Text(column, cell(column));
    }

    public DateOnly RequiredDay(MappedValue value, string field) => Day(field, Required(value, field)) ?? default;

    public DateOnly RequiredDay(string column) => Day(column, Required(column)) ?? default;

    public DateOnly? Day(MappedValue? value, string field) => Day(field, Optional(value, field));

    public DateOnly? Day(string column) => Day(column, Optional(column));

    public DateOnly? Day(string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (!DateRules.TryRead(text, out var date))
            Refuse(field, "import.date", text);
        else if (!DateRules.IsInRange(date))
            Refuse(field, "form.date", DateRules.Iso(DateRules.Earliest), DateRules.Iso(DateRules.Latest));
        else
            return date;
        return null;
    }

    public decimal? Number(MappedValue? value, string field) => Number(field, Optional(value, field));

    public decimal? Number(string column) => Number(column, Optional(column));

    public decimal? Number(string field, string? text)
    {
        if (text is null)
            return null;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number))
            Refuse(field, "import.number", text);
        else if (Math.Abs(number) > Limits.Number)
            Refuse(field, "form.numberTooLarge", Limits.NumberDigits);
        else
            return number;
        return null;
    }

    public int? Whole(string column)
    {
        if (Number(column) is not { } number)
            return null;
        if (number is >= 0 and <= 1_000_000 && number == decimal.Truncate(number))
            return (int)number;
        Refuse(column, "import.number", Optional(column));
        return null;
    }

    public bool Yes(string column)
    {
        if (Optional(column) is not { } text)
            return false;
        if (!bool.TryParse(text, out var yes))
            Refuse(column, "import.unknownValue", text);
        return yes;
    }

    public TEnum? Enum<TEnum>(MappedValue? value, string field)
        where TEnum : struct, Enum => Enum<TEnum>(field, Optional(value, field));

    public TEnum? Enum<TEnum>(string column)
        where TEnum : struct, Enum => Enum<TEnum>(column, Optional(column));

    public IReadOnlyList<TEnum> Enums<TEnum>(IReadOnlyList<MappedValue>? values, string field)
        where TEnum : struct, Enum => Enums<TEnum>(field, List(values, field));

    public IReadOnlyList<TEnum> Enums<TEnum>(string column)
        where TEnum : struct, Enum => Enums<TEnum>(column, List(column));

    /// <summary>Refuses the row for every failure of a validator in a field that is not refused yet.</summary>
    public void Check<T>(string prefix, IValidator<T> validator, T value)
    {
        foreach (var failure in validator.Validate(value).Errors)
            if (FieldOf(prefix + PathOf(failure.PropertyName)) is var field && !_reasons.Exists(r => r.Field == field))
                Refuse(field, failure.ErrorCode, [.. failure.Arguments()]);
    }

    private static string[] Split(string? text) =>
        (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary><c>Milestones[0].DueDate</c> → <c>milestones[0].dueDate</c>.</summary>
    private static string PathOf(string property) => string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private string FieldOf(string path) => fieldOf is null ? path : fieldOf(path);

    private string Given(string? text, string field)
    {
        if (text is null && !_reasons.Exists(r => r.Field == field))
            Refuse(field, "import.required");
        return text ?? "";
    }

    private string? Text(string field, string text)
    {
        if (TextRules.IsText(text))
            return Blank.ToNull(text);
        Refuse(field, "form.controlCharacters");
        return null;
    }

    private string? AtMost(string field, string? text, int maxLength)
    {
        if (text is null || text.Length <= maxLength)
            return text;
        Refuse(field, "form.tooLong", maxLength);
        return null;
    }

    private string? OneLine(string field, string? text, int maxLength)
    {
        if (TextRules.IsLine(text))
            return AtMost(field, text, maxLength);
        Refuse(field, "form.oneLine");
        return null;
    }

    private TEnum? Enum<TEnum>(string field, string? text)
        where TEnum : struct, Enum
    {
        if (text is null)
            return null;
        if (System.Enum.TryParse<TEnum>(text, ignoreCase: true, out var known) && !char.IsAsciiDigit(text[0]) && System.Enum.IsDefined(known))
            return known;
        Refuse(field, "import.unknownValue", text);
        return null;
    }

    private TEnum[] Enums<TEnum>(string field, IReadOnlyList<string> texts)
        where TEnum : struct, Enum => [.. texts.Select(text => Enum<TEnum>(field, text)).OfType<TEnum>()];
}
