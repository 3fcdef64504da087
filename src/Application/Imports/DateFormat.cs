using System.Globalization;
using PartnershipTracker.Application.Imports.Mapping;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// A form in which a spreadsheet writes dates: a .NET date format in English, such as <c>dd/MM/yyyy</c>, <c>MMM-yy</c> or <c>yyyy</c>, in
/// which
/// <c>q</c> stands for the number of a quarter. A year of two digits lies between 2000 and 2099.
/// </summary>
internal sealed class DateFormat
{
    private const string Letters = "dMyqQHhmstfFzK";
    public const int MaxLength = 50;

    private static readonly CultureInfo English = WithYearsFrom2000();

    private readonly string[] _patterns;
    private readonly int _months;
    private readonly bool _isNamed;
    private readonly bool _isFullName;

    /// <exception cref="ImportProfileException">It is not a form of dates.</exception>
    public DateFormat(string text)
    {
        var letters = WithoutLiterals(text);
        var (day, month, quarter) = (letters.IndexOf('d'), letters.IndexOf('M'), letters.IndexOf('q'));
        if (
            text.Length is 0 or > MaxLength
            || !letters.Contains('y')
            || letters.Any(c => char.IsAsciiLetter(c) && !Letters.Contains(c))
            || (day >= 0 && month < 0)
            || (quarter >= 0 && month >= 0)
        )
            throw new ImportProfileException("import.profileDateFormat", Domain.Common.TextRules.Shown(text, MaxLength));
        _months =
            day >= 0 ? 0
            : month >= 0 ? 1
            : quarter >= 0 ? 3
            : 12;
        Order =
            day < 0 || letters.Contains("MMM", StringComparison.Ordinal) ? null
            : day < month ? DateOrder.DayFirst
            : DateOrder.MonthFirst;
        _isNamed = letters.Contains("MMM", StringComparison.Ordinal);
        _isFullName = letters.Contains("MMMM", StringComparison.Ordinal);
        _patterns =
            quarter < 0
                ? [text.Length == 1 ? "%" + text : text]
                :
                [
                    .. Enumerable
                        .Range(1, 4)
                        .Select(q => text.Replace("q", q.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)),
                ];
    }

    /// <summary>Null where day and month cannot be confused.</summary>
    public DateOrder? Order { get; }

    /// <summary>Names of months are read in six languages, whole or short, whichever of the two the form names.</summary>
    /// <returns>The day, or the first or last day of the month, quarter or year; null if the text has another form.</returns>
    public DateOnly? Read(string text, PartialDates partial) =>
        ReadEnglish(text, partial)
        ?? (_isNamed && MonthNames.InEnglish(text, _isFullName) is { } english ? ReadEnglish(english, partial) : null);

    private DateOnly? ReadEnglish(string text, PartialDates partial)
    {
        for (var quarter = 0; quarter < _patterns.Length; quarter++)
        {
            const DateTimeStyles style = DateTimeStyles.AllowInnerWhite;
            if (!DateTime.TryParseExact(text, _patterns[quarter], English, style, out var read))
                continue;
            var first = DateOnly.FromDateTime(read);
            if (_months == 0)
                return first;
            var month = _months == 3 ? (quarter * 3) + 1 : first.Month;
            if (partial == PartialDates.FirstDay)
                return new DateOnly(first.Year, month, 1);
            var last = month + _months - 1;
            return new DateOnly(first.Year, last, DateTime.DaysInMonth(first.Year, last));
        }

        return null;
    }

    private static string WithoutLiterals(string text)
    {
        var letters = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\\')
                i++;
            else if (text[i] is '\'' or '"' && text.IndexOf(text[i], i + 1) is > 0 and var end)
                i = end;
            else
                letters.Append(text[i]);
        }

        return letters.ToString();
    }

    private static CultureInfo WithYearsFrom2000()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = 2099 };
        return CultureInfo.ReadOnly(culture);
    }
}
