using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Deferred;

/// <summary>Describes what deferred work is about, with one query for each kind on the page.</summary>
internal static class DeferredSubjects
{
    public static async Task<IReadOnlyList<DeferredWorkDetails>> DescribeAsync(
        this ITrackerDb db,
        IReadOnlyList<DeferredWork> work,
        CancellationToken ct
    )
    {
        var subjects = new Dictionary<(DeferredKind, Guid), WorkSubject>();
        foreach (var kind in work.GroupBy(w => w.Kind))
        foreach (var subject in await SubjectsAsync(db, kind.Key, [.. kind.Select(w => w.SubjectId)], ct))
            subjects[(kind.Key, subject.Id)] = subject;
        return [.. work.Select(w => Details(w, subjects.GetValueOrDefault((w.Kind, w.SubjectId))))];
    }

    private static DeferredWorkDetails Details(DeferredWork work, WorkSubject? subject) =>
        new()
        {
            Id = work.Id.Value,
            Kind = work.Kind,
            SubjectId = work.SubjectId,
            About = subject?.About,
            Target = subject?.Target,
            State = work.ParkedAt is null ? DeferredState.Waiting : DeferredState.Parked,
            Attempts = work.Attempts,
            LastTriedAt = work.LastTriedAt,
            LastFailure = work.Reason,
            NextTryAt = work.ParkedAt is null && work.NextTryAt > DeferredWork.AtOnce ? work.NextTryAt : null,
            ParkedAt = work.ParkedAt,
            CreatedAt = work.CreatedAt,
        };

    private static Task<List<WorkSubject>> SubjectsAsync(ITrackerDb db, DeferredKind kind, List<Guid> ids, CancellationToken ct) =>
        kind switch
        {
            DeferredKind.Mail => MailsAsync(db, ids.ConvertAll(id => new MailId(id)), ct),
            DeferredKind.WebhookDelivery => DeliveriesAsync(db, ids.ConvertAll(id => new WebhookDeliveryId(id)), ct),
            DeferredKind.Import => ImportsAsync(db, ids.ConvertAll(id => new ImportId(id)), ct),
            DeferredKind.Report => SchedulesAsync(db, ids.ConvertAll(id => new ReportScheduleId(id)), ct),
            DeferredKind.LinkCheck => LinksAsync(db, ids.ConvertAll(id => new EvidenceId(id)), ct),
            DeferredKind.ReviewDigest => PeopleAsync(db, ids.ConvertAll(id => new UserId(id)), ct),
            DeferredKind.AuditVerification => Task.FromResult(ids.ConvertAll(id => new WorkSubject(id, Texts.Word(kind), null))),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static Task<List<WorkSubject>> MailsAsync(ITrackerDb db, List<MailId> ids, CancellationToken ct) =>
        db.Mails.Where(m => ids.Contains(m.Id)).Select(m => new WorkSubject(m.Id.Value, m.Subject, m.Recipient)).ToListAsync(ct);

    private static async Task<List<WorkSubject>> DeliveriesAsync(ITrackerDb db, List<WebhookDeliveryId> ids, CancellationToken ct)
    {
        var found = await db
            .WebhookDeliveries.Where(d => ids.Contains(d.Id))
            .Join(
                db.Webhooks,
                d => d.WebhookId,
                w => w.Id,
                (d, w) =>
                    new
                    {
                        d.Id,
                        d.Event,
                        w.Url,
                    }
            )
            .ToListAsync(ct);
        return found.ConvertAll(d => new WorkSubject(d.Id.Value, d.Event, HostOf(d.Url)));
    }

    private static Task<List<WorkSubject>> ImportsAsync(ITrackerDb db, List<ImportId> ids, CancellationToken ct) =>
        db.Imports.Where(i => ids.Contains(i.Id)).Select(i => new WorkSubject(i.Id.Value, i.FileName, null)).ToListAsync(ct);

    private static Task<List<WorkSubject>> SchedulesAsync(ITrackerDb db, List<ReportScheduleId> ids, CancellationToken ct) =>
        db.ReportSchedules.Where(s => ids.Contains(s.Id)).Select(s => new WorkSubject(s.Id.Value, s.Name, null)).ToListAsync(ct);

    private static async Task<List<WorkSubject>> PeopleAsync(ITrackerDb db, List<UserId> ids, CancellationToken ct)
    {
        var found = await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Email }).ToListAsync(ct);
        return found.ConvertAll(u => new WorkSubject(u.Id.Value, Texts.Word(DeferredKind.ReviewDigest), u.Email));
    }

    private static async Task<List<WorkSubject>> LinksAsync(ITrackerDb db, List<EvidenceId> ids, CancellationToken ct)
    {
        var found = await db
            .Evidence.Where(e => ids.Contains(e.Id))
            .Select(e => new
            {
                e.Id,
                e.Title,
                e.Url,
            })
            .ToListAsync(ct);
        return found.ConvertAll(e => new WorkSubject(e.Id.Value, e.Title, HostOf(e.Url)));
    }

    /// <summary>Shows only the host, because the rest of an address may contain a secret.</summary>
    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;

    private sealed record WorkSubject(Guid Id, string About, string? Target);
}
