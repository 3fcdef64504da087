using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.ReportLinks;

/// <summary>Texts that the pages of report links and their mails share.</summary>
internal static class ReportLinkTexts
{
    /// <summary>When the commitment is or was due, and by how much it is overdue.</summary>
    /// <param name="today">Where the organization is.</param>
    public static string Due(CommitmentDetails commitment, DateOnly today) =>
        commitment switch
        {
            { ReportedCompleteOn: { } reported } => Texts.Page("link.due.reportedComplete", commitment.DueDate, reported),
            { IsOverdue: true, DueDate: { } due } => Texts.Page("link.due.overdue", due, Format.OverdueByAbout(due, today)),
            { DueDate: { } due } when due == today => Texts.Page("link.due.today", due),
            { DueDate: { } due } when due > today => Texts.Count("link.due.ahead", due.DayNumber - today.DayNumber, due),
            _ => Texts.Page("link.due", commitment.DueDate),
        };

    /// <returns>Null while no progress report is overdue.</returns>
    public static string? ReportDue(CommitmentDetails commitment) =>
        commitment is { IsReportOverdue: true, ReportDueOn: { } day } ? Texts.Page("link.reportDue", day) : null;

    public static string Last(CommitmentDetails commitment) =>
        commitment.LastValue is { } last
            ? Texts.Page("link.last", WithUnit(last.Value, commitment), last.AsOf, Format.Name(last.OrganizationName))
            : Texts.Page("link.last.none");

    public static string WithUnit(decimal value, CommitmentDetails commitment) => Format.Value(value, commitment.Measure?.Unit);

    /// <summary>"21 November 2026, 12:00" in the time zone of the organization.</summary>
    public static string At(DateTimeOffset instant, CommitmentDetails commitment)
    {
        var there = TimeZoneInfo.ConvertTime(instant, Codes.TimeZone(commitment.TimeZone));
        return Texts.Page(
            "link.at",
            DateOnly.FromDateTime(there.DateTime),
            TimeOnly.FromDateTime(there.DateTime).ToString("HH:mm", System.Globalization.CultureInfo.CurrentCulture)
        );
    }

    /// <summary>The last day before an instant, in the time zone of the organization.</summary>
    public static DateOnly LastDay(DateTimeOffset until, CommitmentDetails commitment) =>
        DueDay.Today(until.AddTicks(-1), Codes.TimeZone(commitment.TimeZone));
}
