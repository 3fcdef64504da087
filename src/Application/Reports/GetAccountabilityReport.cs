using System.Text.Json;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>A report that went out, in a list.</summary>
public sealed record AccountabilityReportItem
{
    public Guid Id { get; init; }

    public Guid ScheduleId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The moment whose figures it froze.</summary>
    public DateTimeOffset AsOf { get; init; }

    public string Language { get; init; } = "";

    public int Recipients { get; init; }

    public string Subject { get; init; } = "";
}

/// <summary>A report as it went out.</summary>
public sealed record AccountabilityReportDetails(
    Guid Id, Guid ScheduleId, string Name, DateTimeOffset AsOf, string Language, int Recipients, string Subject, string Html, string Text, JsonElement Snapshot);

/// <summary>The newest first.</summary>
[Needs(Right.Read)]
public sealed record ListAccountabilityReports(Guid? ScheduleId = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null) : IRequest<Page<AccountabilityReportItem>>, ISupportsUpdatedSince;

internal sealed class ListAccountabilityReportsValidator : AbstractValidator<ListAccountabilityReports>
{
    public ListAccountabilityReportsValidator() => this.Paged();
}

internal sealed class ReportMaps : Profile
{
    public ReportMaps() => CreateMap<AccountabilityReport, AccountabilityReportItem>();
}

internal sealed class ListAccountabilityReportsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<ListAccountabilityReports, Page<AccountabilityReportItem>>
{
    public Task<Page<AccountabilityReportItem>> Handle(ListAccountabilityReports query, CancellationToken ct)
    {
        var rows = db.AccountabilityReports.VisibleTo(user);
        if (query.ScheduleId is { } schedule) rows = rows.Where(r => r.ScheduleId == new ReportScheduleId(schedule));
        return rows.ToPageAsync(query, r => r.Seq, descending: true, page => page.ProjectTo<AccountabilityReportItem>(maps), ct);
    }
}

[Needs(Right.Read)]
public sealed record GetAccountabilityReport(AccountabilityReportId ReportId) : IRequest<AccountabilityReportDetails>;

internal sealed class GetAccountabilityReportHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetAccountabilityReport, AccountabilityReportDetails>
{
    public async Task<AccountabilityReportDetails> Handle(GetAccountabilityReport query, CancellationToken ct)
    {
        var report = await db.AccountabilityReports.AsNoTracking().VisibleTo(user).GetAsync("report", r => r.Id == query.ReportId, ct);
        return new AccountabilityReportDetails(
            report.Id.Value, report.ScheduleId.Value, report.Name, report.AsOf, report.Language, report.Recipients, report.Subject, report.Html, report.Text,
            JsonElement.Parse(report.Snapshot));
    }
}

internal static class VisibleReports
{
    /// <summary>A report speaks of everything, so only those who see everything read it here.</summary>
    public static IQueryable<AccountabilityReport> VisibleTo(this IQueryable<AccountabilityReport> reports, ICurrentUser user) =>
        user.SeesEverything() ? reports : reports.Where(r => false);
}

/// <summary>When a report goes out and to whom.</summary>
public sealed record ReportScheduleDetails(
    Guid Id, string Name, AccountabilityReportFrequency Frequency, DayOfWeek? DayOfWeek, int? DayOfMonth, int Hour, string TimeZone, IReadOnlyList<string> Recipients,
    string Language, ReportFilter Filter, DateTimeOffset? NextRunAt, int Version);

[Needs(Right.Administer)]
public sealed record GetReportSchedule(ReportScheduleId ReportScheduleId) : IRequest<ReportScheduleDetails>;

internal sealed class GetReportScheduleHandler(ITrackerDb db) : IRequestHandler<GetReportSchedule, ReportScheduleDetails>
{
    public async Task<ReportScheduleDetails> Handle(GetReportSchedule query, CancellationToken ct) =>
        await db.ReportSchedules.Where(s => s.Id == query.ReportScheduleId).AsDetails().SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("reportSchedule");
}

[Needs(Right.Administer)]
public sealed record ListReportSchedules(int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null) : IRequest<Page<ReportScheduleDetails>>, ISupportsUpdatedSince;

internal sealed class ListReportSchedulesValidator : AbstractValidator<ListReportSchedules>
{
    public ListReportSchedulesValidator() => this.Paged();
}

internal sealed class ListReportSchedulesHandler(ITrackerDb db) : IRequestHandler<ListReportSchedules, Page<ReportScheduleDetails>>
{
    public Task<Page<ReportScheduleDetails>> Handle(ListReportSchedules query, CancellationToken ct) =>
        db.ReportSchedules.ToPageAsync(query, s => s.Seq, descending: false, page => page.AsDetails(), ct);
}

internal static class ScheduleProjection
{
    public static IQueryable<ReportScheduleDetails> AsDetails(this IQueryable<ReportSchedule> schedules) => schedules.Select(s => new ReportScheduleDetails(
        s.Id.Value, s.Name, s.Frequency, s.DayOfWeek, s.DayOfMonth, s.Hour, s.TimeZone, s.Recipients, s.Language, s.Filter, s.NextRunAt, s.Version));
}
