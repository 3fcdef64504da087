using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Writes the accountability report of a schedule as of now, for the report itself, its preview and its test.</summary>
internal sealed class ReportWriter(ITrackerDb db, ICurrentUser user, IMediator mediator, IReportRenderer renderer)
{
    private const int MaxWaiting = 10;

    public async Task<WrittenReport> WriteAsync(ReportSchedule schedule, CancellationToken ct)
    {
        var snapshot = await SnapshotAsync(schedule, ct);
        return new WrittenReport(snapshot, await Texts.InAsync(schedule.Language, () => renderer.RenderAsync(snapshot)));
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

        // An initiative has a pillar, but no sector or country: other filters do not narrow what is said about initiatives.
        var pillar = Blank.ToNull(schedule.Filter.Pillar);
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
            await db.History.HeadAsync(ct),
            await mediator.Send(new GetSoundingBoard(pillar), ct),
            await WaitingAsync(pillar, overview.AsOf, ct),
            await mediator.Send(new GetOutcomesNotTakenUp(schedule.Filter), ct)
        );
    }

    private async Task<IReadOnlyList<WaitingInitiative>> WaitingAsync(string? pillar, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = db.Initiatives.VisibleTo(user).Where(i => i.Status == InitiativeStatus.Proposed);
        if (pillar is not null)
            waiting = waiting.WithTopic(VocabularyKind.Pillar, pillar);
        var rows = await waiting
            .OrderBy(i => i.DecisionDueAt)
            .ThenBy(i => i.Seq)
            .Take(MaxWaiting)
            .Select(i => new
            {
                Id = i.Id.Value,
                i.Title,
                i.DecisionDueOn,
                i.DecisionDueAt,
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new WaitingInitiative(
                row.Id,
                row.Title,
                row.DecisionDueOn,
                DueDay.DaysOverdue(row.DecisionDueOn, row.DecisionDueAt, now, TimeZoneInfo.Utc)
            )),
        ];
    }
}

internal sealed record WrittenReport(ReportSnapshot Snapshot, RenderedReport Mail);
