using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Notices;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// Tells organizations that voices were given on what they claim: at most one mail a day for each commitment or dialogue, and never on the
/// day of the voice, because the time of the mail could tell who spoke. It says neither what a voice says nor who gave it.
/// </summary>
[Needs(Right.Administer)]
public sealed record SendVoiceNotices : IRequest<int>;

internal sealed class SendVoiceNoticesHandler(ITrackerDb db, ILetterRenderer letters, TimeProvider time)
    : IRequestHandler<SendVoiceNotices, int>
{
    /// <returns>The number of mails that were requested.</returns>
    public async Task<int> Handle(SendVoiceNotices command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var waiting = db.Voices.WhereCounts().Where(v => v.NoticeOn <= today);
        var places = await waiting
            .GroupBy(v => new { v.CommitmentId, v.DialogueId })
            .Select(same => new
            {
                same.Key.CommitmentId,
                same.Key.DialogueId,
                Count = same.Count(),
            })
            .ToListAsync(ct);
        var mails = 0;
        foreach (var group in places)
        {
            var place = group.CommitmentId is { } commitment ? VoicePlace.Of(commitment) : VoicePlace.Of(group.DialogueId!.Value);
            mails += await TellAsync(await NoticeAsync(place, group.Count, ct), waiting.At(place), now, ct);
        }

        return mails;
    }

    /// <summary>Mails and notices are saved with the mark that they were made, so that nobody is told twice.</summary>
    private async Task<int> TellAsync(VoiceNotice notice, IQueryable<Voice> told, DateTimeOffset now, CancellationToken ct)
    {
        // What is shown again later on a day on which they were told waits for the next.
        var day = DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
        if (await db.Notices.AnyAsync(n => n.ItemId == notice.SubjectId && n.Kind == NoticeKind.VoicesGiven && n.Version == day, ct))
            return 0;
        var mails = 0;
        foreach (var to in await AddresseesAsync(notice.OrganizationId, ct))
        {
            var mail = await letters.RenderAsync(to.Email, to.Language, () => VoiceNoticeLetter.Of(notice, to.Name));
            db.Mails.Add(mail);
            db.Notices.Add(new Notice(notice.SubjectId, NoticeKind.VoicesGiven, 0, day, to.Person, mail.Id, now));
            mails++;
        }

        await db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(ct);
                await told.ExecuteUpdateAsync(set => set.SetProperty(v => v.NoticeOn, (DateOnly?)null), ct);
            },
            ct
        );
        db.Session.ClearTracked();
        return mails;
    }

    /// <summary>The focal points of the organization; where it has none, its other contacts.</summary>
    private async Task<IReadOnlyList<Addressee>> AddresseesAsync(OrganizationId organization, CancellationToken ct)
    {
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.OrganizationId == organization).ToListAsync(ct);
        return [.. contacts.GroupBy(c => c.Role).MinBy(role => role.Key)?.DistinctBy(c => c.Email).Select(Addressee.Of) ?? []];
    }

    private Task<VoiceNotice> NoticeAsync(VoicePlace place, int count, CancellationToken ct)
    {
        var notices = place.CommitmentId is { } commitment
            ? db
                .Commitments.Where(c => c.Id == commitment)
                .Select(c => new VoiceNotice(c.Id.Value, false, c.Title, c.OrganizationId, count))
            : db
                .Dialogues.Where(d => d.Id == place.DialogueId)
                .Select(d => new VoiceNotice(d.Id.Value, true, d.Title, d.OrganizationId, count));
        return notices.SingleAsync(ct);
    }
}
