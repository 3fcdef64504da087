using System.Globalization;
using System.Text;
using PartnershipTracker.Api.Calendars;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>Writes a dialogue as one appointment (iCalendar, RFC 5545).</summary>
internal static class DialogueCalendar
{
    public const string ContentType = "text/calendar",
        FileName = "agenda.ics";

    public static IResult ToFile(DialogueAppointment dialogue, PublicUrl url) =>
        Results.File(Encoding.UTF8.GetBytes(Write(dialogue, url)), ContentType + "; charset=utf-8", FileName);

    private static string Write(DialogueAppointment dialogue, PublicUrl url)
    {
        var text = new StringBuilder();
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//PartnershipTracker//Calendar//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("BEGIN", "VEVENT");
        Line("UID", $"dialogue-{dialogue.Agenda.DialogueId}@{url.Address.Host}");
        Line("DTSTAMP", Instant(dialogue.UpdatedAt));
        Line("LAST-MODIFIED", Instant(dialogue.UpdatedAt));
        Line("SEQUENCE", dialogue.Version.ToString(CultureInfo.InvariantCulture));
        Line("DTSTART", Instant(dialogue.StartsAt));
        Line("DTEND", Instant(dialogue.EndsAt));
        Line("SUMMARY", ICalendar.Escape(dialogue.Title));
        if ((dialogue.Place ?? dialogue.Link) is { } place)
            Line("LOCATION", ICalendar.Escape(place));
        Line("DESCRIPTION", ICalendar.Escape(Description(dialogue)));
        if (dialogue.Page is { } page)
            Line("URL", page);
        Line("END", "VEVENT");
        Line("END", "VCALENDAR");
        return text.ToString();

        void Line(string name, string value) => ICalendar.Fold(text, $"{name}:{value}");
    }

    private static string Description(DialogueAppointment dialogue) =>
        string.Join(
            '\n',
            new[] { dialogue.Question, dialogue.Place is null ? null : dialogue.Link }
                .OfType<string>()
                .Concat(dialogue.Agenda.Segments.Select(s => Texts.Page("dialogue.ics.segment", s.StartTime, s.EndTime, s.Title)))
                .Append(Texts.Page("dialogue.times", dialogue.Agenda.TimeZone))
        );

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
