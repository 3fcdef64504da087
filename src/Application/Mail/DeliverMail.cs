using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Mail;

/// <summary>Delivers what is owed, oldest first. What cannot be delivered now is tried again later and never dropped.</summary>
[Needs(Right.Administer)]
public sealed record DeliverMail : IRequest<int>;

internal sealed partial class DeliverMailHandler(ITrackerDb db, IMailer mailer, TimeProvider time, ILogger<DeliverMailHandler> logger) : IRequestHandler<DeliverMail, int>
{
    private const int AtOnce = 100;

    /// <returns>How many were delivered.</returns>
    public async Task<int> Handle(DeliverMail command, CancellationToken ct)
    {
        var sent = 0;
        var due = await db.Mails.Where(m => m.NextAttemptAt <= time.GetUtcNow()).OrderBy(m => m.Seq).Take(AtOnce).ToListAsync(ct);
        foreach (var mail in due)
        {
            try
            {
                await mailer.SendAsync(mail, ct);
                mail.Delivered(time.GetUtcNow());
                sent++;
            }
            catch (MailRefusedException e)
            {
                mail.Failed(e.Reason, time.GetUtcNow());
                LogFailed(logger, e, mail.Id.Value, mail.Attempts);
            }

            // Each is settled before the next goes out: after a crash at most one is sent twice.
            await db.SaveChangesAsync(ct);
        }

        return sent;
    }

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} was not taken (attempt {Attempt}); it is tried again later.")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid mailId, int attempt);
}
