using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Reports;

public sealed record AccountabilityReportScheduled(ReportScheduleId ReportScheduleId, string Name, AccountabilityReportFrequency Frequency)
    : IDomainEvent;

/// <param name="Recipients">How many there are now; the history holds no addresses.</param>
public sealed record AccountabilityReportScheduleRevised(
    ReportScheduleId ReportScheduleId,
    string Name,
    AccountabilityReportFrequency Frequency,
    int Recipients
) : IDomainEvent;

public sealed record AccountabilityReportScheduleStopped(ReportScheduleId ReportScheduleId, string Name) : IDomainEvent;

public sealed record AccountabilityReportScheduleResumed(ReportScheduleId ReportScheduleId, string Name) : IDomainEvent;
