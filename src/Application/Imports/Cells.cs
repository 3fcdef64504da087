using System.Globalization;
using System.Text.Json;
using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Reads the cells of one row as the types that fields need and collects every reason to refuse the row. A refused cell reads as empty, so
/// that the other cells are read too. Text that no database can store is refused here, so that only this row is refused and not a whole
/// batch.
/// </summary>
/// <param name="cell">Returns the text of a column, as the reader of the file takes it.</param>
/// <param name="dates">How the file writes dates.</param>
/// <param name="vocabulary">Knows pillars and themes.</param>
/// <param name="fieldOf">Names the column of a field as <c>organization.type</c>; null where fields are named by their path.</param>
/// <param name="knowsWords">Whether words that a map lacks are looked up in <see cref="KnownWords"/>.</param>
/// <param name="decimalMark">How texts write numbers; null if only as 1234.5.</param>
internal sealed class Cells(
    ISpreadsheetRow source,
    Func<string, string> cell,
    DateReader dates,
    IVocabulary vocabulary,
    Func<string, string>? fieldOf = null,
    bool knowsWords = false,
    DecimalMark? decimalMark = null
)
{
    /// <summary>What separates the items of a list where a profile names nothing else.</summary>
    private const char Separator = ';';

    private readonly List<RowIssue> _reasons = [];
    private readonly List<RowIssue> _warnings = [];

    public Func<string, string> Cell => cell;

    public IReadOnlyList<RowIssue> Warnings => _warnings;

    public void Warn(string field, string code, params object?[] args) => _warnings.Add(new RowIssue(source.Line, field, code, args));

    /// <param name="path">The path of the field, which may be a column of another name.</param>
    public void WarnAt(string path, string code, params object?[] args) => Warn(FieldOf(path), code, args);

    public void Refuse(string field, string code, params object?[] args)
    {
        if (!_reasons.Exists(r => r.Field == field && r.Code == code && r.Args.SequenceEqual(args)))
            _reasons.Add(new RowIssue(source.Line, field, code, args));
    }

    /// <param name="prefix">Put in front of the field of the refusal.</param>
    public void Refuse(string prefix, DomainException refusal)
    {
        if (FieldOf(prefix + refusal.Field) is var field && !IsRefused(field))
            Refuse(field, refusal.Code, [.. refusal.Args]);
    }

    /// <summary>Whether there is a reason to refuse this field or a part of it.</summary>
    public bool IsRefused(string field) => _reasons.Exists(r => r.Field == field);

    /// <exception cref="RowRefusedException">There is a reason to refuse the row.</exception>
    public void MustBeAccepted()
    {
        if (_reasons.Count > 0)
            throw new RowRefusedException(_reasons);
    }

    /// <param name="words">The set of <see cref="KnownWords"/> that its values belong to.</param>
    public string Required(MappedValue value, string field, string? words = null) => Given(Optional(value, field, words), field);

    public string Required(string column) => Given(Optional(column), column);

    /// <inheritdoc cref="Required(MappedValue, string, string?)"/>
    public string? Optional(MappedValue? value, string field, string? words = null)
    {
        if (value is null)
            return null;
        if (value.Of(cell, MeaningIn(words)) is { } text)
            return Text(field, text);
        Refuse(field, "import.unknownValue", value.Fill(cell));
        return null;
    }

    public string? Optional(MappedValue? value, string field, int maxLength) => AtMost(field, Optional(value, field), maxLength);

    public string? OptionalLine(MappedValue? value, string field, int maxLength) => OneLine(field, Optional(value, field), maxLength);

    /// <summary>A value before it is mapped.</summary>
    public string? AsWritten(MappedValue value, string field, int maxLength) => AtMost(field, Text(field, value.Fill(cell)), maxLength);

    /// <summary>A column of the product's own file, which is named like its field.</summary>
    public string? Optional(string column) => Text(column, cell(column));

    public string Required(string column, int maxLength) => AtMost(column, Required(column), maxLength) ?? "";

    public string? Optional(string column, int maxLength) => AtMost(column, Optional(column), maxLength);

    public string? OptionalLine(string column, int maxLength) => OneLine(column, Optional(column), maxLength);

    /// <summary>A key or name of one line.</summary>
    public string RequiredLine(MappedValue value, string field, int maxLength) => OneLine(field, Required(value, field), maxLength) ?? "";

    public string RequiredLine(string column, int maxLength) => OneLine(column, Required(column), maxLength) ?? "";

    public IReadOnlyList<string> List(IReadOnlyList<MappedValue>? values, string field, string? words = null) =>
        [.. (values ?? []).SelectMany(value => Items(value, field, Separator, words)).SelectMany(Split)];

    /// <summary>The items of one value, each mapped.</summary>
    public IReadOnlyList<string> Items(MappedValue value, string field, char separator, string? words = null)
    {
        var items = new List<string>();
        foreach (var (item, mapped) in value.Items(cell, separator, MeaningIn(words)))
            if (mapped is null)
                Refuse(field, "import.unknownValue", item);
            else if (Text(field, mapped) is { } text)
                items.Add(text);
        return items;
    }

    /// <summary>Codes of SDG targets; a number that may have lost a zero is refused.</summary>
    public IReadOnlyList<string> SdgTargets(IReadOnlyList<MappedValue>? values, string field) =>
        [.. (values ?? []).SelectMany(value => SdgTargets(field, List([value], field), value.Columns))];

    public IReadOnlyList<string> SdgTargets(string column) => SdgTargets(column, List(column), [column]);

    /// <returns>Null where the country is not known.</returns>
    public string? Country(MappedValue? value, string field) => KnownCountry(Optional(value, field, KnownWords.Countries));

    public string? Country(string column) => KnownCountry(Optional(column));

    public IReadOnlyList<string> List(string column) => Split(Optional(column));

    /// <summary>The lines of a cell that are not empty.</summary>
    public IReadOnlyList<string> Lines(string column) =>
        (Optional(column) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Refuses a row with invalid text, even in columns that this row does not use.</summary>
    public void MustBeText(IEnumerable<string> columns)
    {
        foreach (var column in columns)
            Text(column, cell(column));
    }

    /// <summary>Refuses the row if a code is not in its reference list.</summary>
    /// <param name="code">Nothing is checked where it is blank.</param>
    /// <param name="find">Throws if there is no such code.</param>
    public void Known<T>(string prefix, string? code, Func<string, T> find)
    {
        if (string.IsNullOrWhiteSpace(code))
            return;
        try
        {
            find(code);
        }
        catch (DomainException refusal)
        {
            Refuse(prefix, refusal);
        }
    }

    public DateOnly RequiredDay(MappedValue value, string field) => Day(field, Required(value, field)) ?? default;

    public DateOnly RequiredDay(string column) => Day(column, Required(column)) ?? default;

    /// <param name="isStart">A month, a quarter or a year then stands for its first day.</param>
    public DateOnly? Day(MappedValue? value, string field, bool isStart = false) => Day(field, Optional(value, field), isStart);

    public DateOnly? Day(string column) => Day(column, Optional(column));

    public DateOnly? Day(string field, string? text, bool isStart = false)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var read = dates.Read(text, isStart);
        if (read is [var first, var second, ..])
            Refuse(field, "import.dateAmbiguous", text, DateRules.Iso(first), DateRules.Iso(second));
        else if (read is not [var day])
            Refuse(field, dates.ReadsOthers ? "import.dateFormat" : "import.date", text, dates.Formats);
        else if (!DateRules.IsInRange(day))
            Refuse(field, "form.date", DateRules.Iso(DateRules.Earliest), DateRules.Iso(DateRules.Latest));
        else
            return day;
        return null;
    }

    public decimal? Number(MappedValue? value, string field)
    {
        var text = Optional(value, field);
        var isText = text is not null && !value!.Columns.Any(source.IsNumber);
        return Number(field, isText && decimalMark is { } mark ? Plain(text!, mark) : text);
    }

    public decimal? Number(string column) => Number(column, Optional(column));

    public decimal? Number(string field, string? text)
    {
        if (text is null)
            return null;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!double.TryParse(text, style, CultureInfo.InvariantCulture, out _))
            Refuse(field, "import.number", text);
        else if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > Limits.Number)
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

    public TEnum? Enum<TEnum>(MappedValue? value, string field, string words)
        where TEnum : struct, Enum => Enum<TEnum>(field, Optional(value, field, words));

    public TEnum? Enum<TEnum>(string column)
        where TEnum : struct, Enum => Enum<TEnum>(column, Optional(column));

    /// <summary>The code of a term; a file may write its name, too.</summary>
    public string? Term(MappedValue? value, string field, VocabularyKind kind, string words) =>
        Term(field, kind, Optional(value, field, words));

    public string? Term(string column, VocabularyKind kind) => Term(column, kind, Optional(column));

    public IReadOnlyList<string> Terms(IReadOnlyList<MappedValue>? values, string field, VocabularyKind kind, string words) =>
        Terms(field, kind, List(values, field, words));

    public IReadOnlyList<string> Terms(string column, VocabularyKind kind) => Terms(column, kind, List(column));

    /// <summary>Refuses the row for every failure of a validator in a field that is not refused yet.</summary>
    public void Check<T>(string prefix, IValidator<T> validator, T value)
    {
        foreach (var failure in validator.Validate(value).Errors)
            if (FieldOf(prefix + PathOf(failure.PropertyName)) is var field && !IsRefused(field))
                Refuse(field, failure.ErrorCode, [.. failure.Arguments()]);
    }

    /// <returns>Null where the values of a field are no known words, or the profile does not want them to be understood.</returns>
    private Func<string, string?>? MeaningIn(string? words) =>
        knowsWords && words is not null ? text => NameOfTerm(words, text) ?? KnownWords.Find(words, text) : null;

    /// <summary>The terms of this installation come before what the words mean elsewhere.</summary>
    private string? NameOfTerm(string words, string text) =>
        words switch
        {
            KnownWords.Pillars => vocabulary.CodeOf(VocabularyKind.Pillar, text),
            KnownWords.Themes => vocabulary.CodeOf(VocabularyKind.Theme, text),
            _ => null,
        };

    /// <summary>"1 234,5" → "1234.5", without the marks between thousands.</summary>
    private static string Plain(string text, DecimalMark mark)
    {
        var (point, group) = mark == DecimalMark.Comma ? (',', '.') : ('.', ',');
        var plain = text.Where(c => c != group && !char.IsWhiteSpace(c) && c is not ('\'' or '’'));
        return string.Concat(plain).Replace(point, '.');
    }

    private static string[] Split(string? text) =>
        (text ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary><c>Milestones[0].DueDate</c> → <c>milestones[0].dueDate</c>.</summary>
    private static string PathOf(string property) => string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static string? KnownCountry(string? code) =>
        Codes.UnknownCountry.Equals(code, StringComparison.OrdinalIgnoreCase) ? null : code;

    private List<string> SdgTargets(string field, IReadOnlyList<string> texts, IEnumerable<string> columns)
    {
        var isNumber = columns.Any(source.IsNumber);
        var codes = new List<string>();
        foreach (var code in texts.Select(SdgCodes.Read))
            if (isNumber && SdgCodes.Other(code) is { } other)
                Refuse(field, "import.sdgTargetAmbiguous", code, other);
            else
                codes.Add(code);
        return codes;
    }

    private string FieldOf(string path) => fieldOf is null ? path : fieldOf(path);

    private string Given(string? text, string field)
    {
        if (text is null && !IsRefused(field))
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
        if (
            System.Enum.TryParse<TEnum>(text, ignoreCase: true, out var known)
            && !char.IsAsciiDigit(text[0])
            && System.Enum.IsDefined(known)
        )
            return known;
        Refuse(field, "import.unknownValue", text);
        return null;
    }

    private string? Term(string field, VocabularyKind kind, string? text)
    {
        if (text is null)
            return null;
        if (vocabulary.CodeOf(kind, text) is { } code)
            return code;
        Refuse(field, "import.unknownValue", text);
        return null;
    }

    private string[] Terms(string field, VocabularyKind kind, IReadOnlyList<string> texts) =>
        [.. texts.Select(text => Term(field, kind, text)).OfType<string>()];
}
