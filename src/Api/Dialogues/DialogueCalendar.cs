using System.Globalization;
using System.Text;
using PartnershipTracker.Api.Calendars;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>Writes a dialogue as one appointment (iCalendar, RFC 5545).</summary>
internal static class DialogueCalendar
{
    public const string ContentType = "text/calendar";

    public static string Write(DialogueDetails dialogue, Agenda agenda, PublicUrl url)
    {
        var text = new StringBuilder();
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//PartnershipTracker//Calendar//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("BEGIN", "VEVENT");
        Line("UID", $"dialogue-{dialogue.Id}@{url.Address.Host}");
        Line("DTSTAMP", Instant(dialogue.UpdatedAt));
        Line("LAST-MODIFIED", Instant(dialogue.UpdatedAt));
        Line("SEQUENCE", dialogue.Version.ToString(CultureInfo.InvariantCulture));
        Line("DTSTART", Instant(dialogue.StartsAt));
        Line("DTEND", Instant(dialogue.EndsAt));
        Line("SUMMARY", ICalendar.Escape(dialogue.Title));
        if ((dialogue.Place ?? dialogue.Link) is { } place)
            Line("LOCATION", ICalendar.Escape(place));
        Line("DESCRIPTION", ICalendar.Escape(Description(dialogue, agenda)));
        Line("URL", url.To(Links.Dialogue(dialogue.Id)));
        Line("END", "VEVENT");
        Line("END", "VCALENDAR");
        return text.ToString();

        void Line(string name, string value) => ICalendar.Fold(text, $"{name}:{value}");
    }

    private static string Description(DialogueDetails dialogue, Agenda agenda) =>
        string.Join(
            '\n',
            new[] { dialogue.Question, dialogue.Place is null ? null : dialogue.Link }
                .OfType<string>()
                .Concat(agenda.Segments.Select(s => Texts.Page("dialogue.ics.segment", s.StartTime, s.EndTime, s.Title)))
                .Append(Texts.Page("dialogue.times", dialogue.TimeZone))
        );

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
