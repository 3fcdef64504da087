using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Notices;

namespace PartnershipTracker.Application.Notices;

/// <summary>
/// Sends one person the mail about what awaits their review. Mail, notice and the time of the next one are saved together.
/// </summary>
internal sealed class ReviewDigestWorker(ITrackerDb db, WaitingReviews reviews, ILetterRenderer letters, TimeProvider time)
    : IDeferredWorker
{
    private const int Shown = 20;

    public async Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await FindAsync(claim.SubjectId, ct) is not { } person || !(person.NextDigestAt <= now))
            return DeferredResult.Done;
        var zone = await db.TimeZoneOfAsync(person, ct);
        person.PlanDigest(now, zone);
        var day = DueDay.Today(now, zone).DayNumber;
        if (await db.IsNotedAsync(person.Id.Value, NoticeKind.ReviewDigest, 0, day, person.Id.Value, ct))
            return DeferredResult.Done;

        var to = new Actor(ActorKind.User, person.Id.Value);
        var reviewer = new Reviewer(person.OrganizationId, Filer.Of(to, person.Id));
        var waiting = await reviews.PageAsync(reviewer, null, null, Shown, null, isCounted: false, ct);
        if (waiting.Items.Count == 0)
            return DeferredResult.Done;
        var overdue = await reviews.CountOverdueAsync(reviewer, ct);
        var language = await db.LanguageOfAsync(person.Email, ct);
        var mail = await letters.RenderAsync(person.Email, language, () => ReviewDigestLetter.Of(person.Name, waiting, overdue));
        db.Mails.Add(mail);
        db.Notices.Add(new Notice(person.Id.Value, NoticeKind.ReviewDigest, 0, day, to, mail.Id, now));
        return DeferredResult.Done;
    }

    /// <summary>Skips this day.</summary>
    public async Task DroppedAsync(Guid subjectId, CancellationToken ct)
    {
        if (await FindAsync(subjectId, ct) is { NextDigestAt: not null } person)
            person.PlanDigest(time.GetUtcNow(), await db.TimeZoneOfAsync(person, ct));
    }

    private Task<User?> FindAsync(Guid id, CancellationToken ct) => db.Users.SingleOrDefaultAsync(u => u.Id == new UserId(id), ct);
}
