using System.Globalization;
using System.Text;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Calendars;

/// <summary>Writes iCalendar (RFC 5545).</summary>
internal static class ICalendar
{
    /// <summary>The maximum length of a line in octets, without the line break.</summary>
    private const int MaxLineLength = 75;

    public static string Write(CalendarDays calendar, PublicUrl url)
    {
        var text = new StringBuilder();
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//PartnershipTracker//Calendar//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("NAME", Escape(calendar.Name));
        Line("X-WR-CALNAME", Escape(calendar.Name));
        Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        Line("X-PUBLISHED-TTL", "PT1H");
        foreach (var day in calendar.Days)
        {
            Line("BEGIN", "VEVENT");
            Line("UID", UidOf(day) + "@" + url.Address.Host);
            Line("DTSTAMP", Instant(day.ChangedAt));
            Line("LAST-MODIFIED", Instant(day.ChangedAt));
            Line("SEQUENCE", day.Version.ToString(CultureInfo.InvariantCulture));
            Line("DTSTART;VALUE=DATE", Date(day.Day));
            Line("DTEND;VALUE=DATE", Date(day.Day.AddDays(1)));
            Line("SUMMARY", Escape(Summary(day)));
            Line("DESCRIPTION", Escape(Description(day)));
            Line("URL", url.To(Links.Commitment(day.CommitmentId)));
            Line("TRANSP", "TRANSPARENT");
            Line("END", "VEVENT");
        }

        Line("END", "VCALENDAR");
        return text.ToString();

        void Line(string name, string value) => Fold(text, $"{name}:{value}");
    }

    /// <summary>Escapes a value of type TEXT.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
            switch (c)
            {
                case '\n': escaped.Append("\\n"); break;
                case '\\' or ';' or ',': escaped.Append('\\').Append(c); break;
                default: if (!char.IsControl(c) || c == '\t') escaped.Append(c); break;
            }

        return escaped.ToString();
    }

    /// <summary>A line longer than 75 octets is continued on the next line after a space. No character is split.</summary>
    public static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxLineLength)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static string UidOf(CalendarDay day) => day.Kind switch
    {
        CalendarDayKind.Due => $"commitment-{day.Id}-due",
        CalendarDayKind.Milestone => $"milestone-{day.Id}-due",
        CalendarDayKind.Report => $"report-{day.Id}-due",
        _ => throw new ArgumentOutOfRangeException(nameof(day)),
    };

    private static string Summary(CalendarDay day) => day.Kind switch
    {
        CalendarDayKind.Due => Texts.Page("calendar.due", day.Commitment),
        CalendarDayKind.Milestone => Texts.Page("calendar.milestone", day.Milestone, day.Commitment),
        CalendarDayKind.Report => Texts.Page("calendar.report", day.Commitment),
        _ => throw new ArgumentOutOfRangeException(nameof(day)),
    };

    private static string Description(CalendarDay day) => string.Join('\n', new[]
    {
        Texts.Page("calendar.organization", day.Organization),
        Texts.Page("calendar.partnership", day.Partnership),
        Texts.Page("calendar.status", day.Status),
        day.OriginalDay == day.Day ? null : Texts.Page("calendar.moved", day.OriginalDay),
    }.OfType<string>());

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
