using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Writes the accountability report of a schedule as of now, for the report itself, its preview and its test.</summary>
internal sealed class ReportWriter(ITrackerDb db, ICurrentUser user, IMediator mediator, IReportRenderer renderer)
{
    public async Task<WrittenReport> WriteAsync(ReportSchedule schedule, CancellationToken ct)
    {
        var snapshot = await SnapshotAsync(schedule, ct);
        return new WrittenReport(snapshot, await Texts.InAsync(schedule.Language, () => renderer.RenderAsync(snapshot)));
    }

    /// <summary>An initiative has a pillar, but no sector or country; other filters do not narrow its figures.</summary>
    private static string? PillarOf(ReportSchedule schedule) =>
        schedule.Filter.Pillar is { } pillar ? JsonNamingPolicy.CamelCase.ConvertName(pillar.ToString()) : null;

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
            await db.History.HeadAsync(ct),
            await mediator.Send(new GetSoundingBoard(PillarOf(schedule)), ct)
        );
    }
}

internal sealed record WrittenReport(ReportSnapshot Snapshot, RenderedReport Mail);
