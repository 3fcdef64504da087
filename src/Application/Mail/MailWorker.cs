using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Application.Mail;

/// <summary>
/// Sends one mail. It is sent twice only if the process or its claim ends between the answer of the server and saving the result.
/// </summary>
internal sealed class MailWorker(ITrackerDb db, IMailer mailer, TrackerMeters meters, TimeProvider time) : IDeferredWorker
{
    public async Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct)
    {
        if (await FindAsync(claim.SubjectId, ct) is not { SentAt: null, IsWithheld: false } mail) return DeferredResult.Done;
        await mailer.SendAsync(mail, ct);
        meters.MailSent();
        mail.Delivered(time.GetUtcNow());
        return DeferredResult.Done;
    }

    public async Task DroppedAsync(Guid subjectId, CancellationToken ct) => (await FindAsync(subjectId, ct))?.Dropped();

    private Task<OutgoingMail?> FindAsync(Guid id, CancellationToken ct) => db.Mails.SingleOrDefaultAsync(m => m.Id == new MailId(id), ct);
}
