using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Reports;

public sealed record AccountabilityReportScheduled(ReportScheduleId ReportScheduleId, string Name, AccountabilityReportFrequency Frequency)
    : IDomainEvent;

public sealed record AccountabilityReportScheduleStopped(ReportScheduleId ReportScheduleId, string Name) : IDomainEvent;
