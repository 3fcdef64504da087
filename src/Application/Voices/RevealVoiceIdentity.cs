using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Reads who gave a voice. That it was read, by whom and when, is recorded as a security event.</summary>
[Needs(Right.Administer)]
public sealed record RevealVoiceIdentity(VoicePlace Place, VoiceId VoiceId) : IRequest<VoicePersonDetails>;

internal sealed class RevealVoiceIdentityHandler(ITrackerDb db, ICurrentUser user, VoicePeople people, TimeProvider time)
    : IRequestHandler<RevealVoiceIdentity, VoicePersonDetails>
{
    public async Task<VoicePersonDetails> Handle(RevealVoiceIdentity query, CancellationToken ct)
    {
        var voices = db.Voices.At(query.Place).Select(v => v.Id);
        var identity = await db
            .VoiceIdentities.AsNoTracking()
            .Where(i => voices.Contains(i.VoiceId))
            .GetAsync("voice", i => i.VoiceId == query.VoiceId, ct);
        var (actor, now) = (user.Actor, time.GetUtcNow());
        UserId? person = actor is { Kind: ActorKind.User, Id: { } userId } ? new UserId(userId) : null;
        ApiKeyId? key = actor is { Kind: ActorKind.ApiKey, Id: { } keyId } ? new ApiKeyId(keyId) : null;

        // Without the limit of the other security events: each reading is recorded.
        db.SecurityEvents.Add(new SecurityEvent(SecurityEventKind.VoiceIdentityRead, person, key, user.Network, now));
        await db.SaveChangesAsync(ct);
        return people.Read(identity.Encrypted);
    }
}
