using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Application.Mail;

/// <summary>
/// Limits the mails that callers can have sent to others, because such a mail holds their words and can go to any address: nobody's inbox
/// is flooded, and no organization writes to strangers in our name without end.
/// </summary>
public sealed class MailAllowance(ITrackerDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Mails to one address in <see cref="Period"/>, whoever asks.</summary>
    public const int MaxToOneAddress = 20;

    /// <summary>Mails that one organization asks for in <see cref="Period"/>. The secretariat writes to all and is not limited.</summary>
    public const int MaxOfOneOrganization = 100;

    private static readonly TimeSpan Period = TimeSpan.FromDays(1);

    /// <summary>Adds the mail as one that the caller asked for.</summary>
    /// <exception cref="DomainException">Too many were sent in the last 24 hours.</exception>
    public Task AddAsync(OutgoingMail mail, CancellationToken ct) => AddAsync([mail], ct);

    /// <summary>Adds mails to different addresses, or none of them.</summary>
    /// <inheritdoc cref="AddAsync(OutgoingMail, CancellationToken)"/>
    public async Task AddAsync(IReadOnlyCollection<OutgoingMail> mails, CancellationToken ct)
    {
        var since = time.GetUtcNow() - Period;
        var recent = db.Mails.Where(m => m.RequestedBy != null && m.CreatedAt > since);
        var recipients = mails.Select(m => m.Recipient).Distinct().ToList();
        if (
            await recent
                .Where(m => recipients.Contains(m.Recipient))
                .GroupBy(m => m.Recipient)
                .Select(sent => sent.Count())
                .AnyAsync(count => count >= MaxToOneAddress, ct)
        )
            throw DomainException.Refused("mail.tooManyToOne", null, MaxToOneAddress);
        if (
            user.OrganizationId is { } own
            && await recent.CountAsync(m => m.RequestedBy == own.Value, ct) + mails.Count > MaxOfOneOrganization
        )
            throw DomainException.Refused("mail.tooManyOfOrganization", null, MaxOfOneOrganization);
        foreach (var mail in mails)
        {
            if ((user.OrganizationId?.Value ?? user.Actor.Id) is { } requester)
                mail.RequestFrom(requester);
            db.Mails.Add(mail);
        }
    }
}
