using PartnershipTracker.Domain.Common;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <param name="DayOfWeek">For weekly reports; Monday if left out.</param>
/// <param name="DayOfMonth">For monthly reports, 1 to 31 (the last day of shorter months); the first if left out.</param>
/// <param name="Hour">0 to 23, in the time zone of the schedule.</param>
/// <param name="TimeZone">IANA id.</param>
[Needs(Right.Administer)]
public sealed record ScheduleReport(
    string Name, AccountabilityReportFrequency Frequency, int Hour, string TimeZone, IReadOnlyList<string> Recipients, DayOfWeek? DayOfWeek = null, int? DayOfMonth = null,
    string Language = "en", ReportFilter? Filter = null) : IRequest<ReportScheduleId>;

internal sealed class ScheduleReportValidator : AbstractValidator<ScheduleReport>
{
    public ScheduleReportValidator()
    {
        RuleFor(s => s.Name).RequiredLine(Limits.Name);
        RuleFor(s => s.Frequency).IsKnownValue();
        RuleFor(s => s.DayOfWeek).IsKnownValue();
        RuleFor(s => s.DayOfMonth).InclusiveBetween(1, 31).WithText("form.between", 1, 31);
        RuleFor(s => s.Hour).InclusiveBetween(0, 23).WithText("form.between", 0, 23);
        RuleFor(s => s.TimeZone).RequiredLine(Limits.TimeZone);
        RuleFor(s => s.Recipients).NotEmpty().WithText("form.required");
        RuleFor(s => s.Recipients).Must(r => r.Count <= ReportSchedule.MaxRecipients).WithText("form.tooMany", ReportSchedule.MaxRecipients);
        RuleForEach(s => s.Recipients).EmailAddress();
        RuleFor(s => s.Language).Must(Texts.Languages.Contains).WithText("form.oneOf", string.Join(", ", Texts.Languages));
        RuleFor(s => s.Filter!.SdgGoal).InclusiveBetween(1, 17).WithText("form.between", 1, 17).When(s => s.Filter is not null);
        RuleFor(s => s.Filter!.CountryCode).OptionalLine(Limits.CodeInput).When(s => s.Filter is not null);
    }
}

internal sealed class ScheduleReportHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<ScheduleReport, ReportScheduleId>
{
    public async Task<ReportScheduleId> Handle(ScheduleReport command, CancellationToken ct)
    {
        var schedule = ReportSchedule.Create(
            new ReportScheduleTerms(
                command.Name, command.Frequency, command.DayOfWeek, command.DayOfMonth, command.Hour, command.TimeZone, command.Recipients, command.Language, command.Filter),
            time.GetUtcNow());
        db.ReportSchedules.Add(schedule);
        await db.SaveChangesAsync(ct);
        return schedule.Id;
    }
}
