using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Reports;

public readonly record struct AccountabilityReportId(Guid Value)
{
    public static AccountabilityReportId New() => new(Guid.CreateVersion7());
}

/// <summary>A snapshot of the figures as it was rendered and sent; it never changes.</summary>
/// <param name="snapshot">The figures as JSON.</param>
public sealed class AccountabilityReport(
    AccountabilityReportId id,
    ReportScheduleId scheduleId,
    string name,
    DateTimeOffset asOf,
    string language,
    int recipients,
    string snapshot,
    string subject,
    string html,
    string text
) : Entity
{
    public AccountabilityReportId Id { get; private set; } = id;

    public ReportScheduleId ScheduleId { get; private set; } = scheduleId;

    /// <summary>The schedule's name at that time.</summary>
    public string Name { get; private set; } = name;

    public DateTimeOffset AsOf { get; private set; } = asOf;

    public string Language { get; private set; } = language;

    public int Recipients { get; private set; } = recipients;

    public string Snapshot { get; private set; } = snapshot;

    public string Subject { get; private set; } = subject;

    public string Html { get; private set; } = html;

    public string Text { get; private set; } = text;
}
