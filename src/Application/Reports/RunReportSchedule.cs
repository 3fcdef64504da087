using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Makes and mails one report now. The report and its mails are saved together; a job delivers the mails.</summary>
[Needs(Right.Administer)]
public sealed record RunReportSchedule(ReportScheduleId ReportScheduleId) : IRequest<AccountabilityReportId>;

internal sealed class RunReportScheduleHandler(
    ITrackerDb db,
    ICurrentUser user,
    IMediator mediator,
    IReportRenderer renderer,
    TimeProvider time
) : IRequestHandler<RunReportSchedule, AccountabilityReportId>
{
    public async Task<AccountabilityReportId> Handle(RunReportSchedule command, CancellationToken ct)
    {
        var schedule = await db.ReportSchedules.GetAsync("reportSchedule", s => s.Id == command.ReportScheduleId, ct);
        var snapshot = await SnapshotAsync(schedule, ct);
        var id = AccountabilityReportId.New();
        var rendered = await Texts.InAsync(schedule.Language, () => renderer.RenderAsync(snapshot, id));

        var now = time.GetUtcNow();
        db.AccountabilityReports.Add(
            new AccountabilityReport(
                id,
                schedule.Id,
                schedule.Name,
                snapshot.Overview.AsOf,
                schedule.Language,
                schedule.Recipients.Count,
                JsonSerializer.Serialize(snapshot, HistoryJson.Options),
                rendered.Subject,
                rendered.Html,
                rendered.Text
            )
        );
        db.Mails.AddRange(
            schedule.Recipients.Select(recipient => new OutgoingMail(recipient, rendered.Subject, rendered.Html, rendered.Text, now))
        );
        schedule.MoveOn(now);
        await db.SaveChangesAsync(ct);
        return id;
    }

    private async Task<ReportSnapshot> SnapshotAsync(ReportSchedule schedule, CancellationToken ct)
    {
        var before = await db
            .AccountabilityReports.Where(r => r.ScheduleId == schedule.Id)
            .OrderByDescending(r => r.Seq)
            .Select(r => new { r.AsOf, r.Snapshot })
            .FirstOrDefaultAsync(ct);
        var overview = await mediator.Send(new GetOverview(schedule.Filter), ct);
        var delivered = await db.DeliveredSinceAsync(user, schedule.Filter, before?.AsOf, overview.AsOf, ct);
        var previous = before is null ? null : JsonSerializer.Deserialize<ReportSnapshot>(before.Snapshot, HistoryJson.Options);
        return new ReportSnapshot(
            schedule.Name,
            overview,
            previous?.Overview.Overdue,
            before?.AsOf,
            delivered.Shown,
            delivered.Total,
            delivered.Milestones,
            previous?.Overview.EndedOverdue,
            await db.History.HeadAsync(ct)
        );
    }
}
