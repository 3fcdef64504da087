using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>A voice on a commitment that the caller may see, or the caller's own.</summary>
[Needs(Right.Read)]
public sealed record GetVoice(CommitmentId CommitmentId, VoiceId VoiceId) : IRequest<VoiceDetails>;

internal sealed class GetVoiceHandler(ITrackerDb db, ICurrentUser user, VoicePeople people) : IRequestHandler<GetVoice, VoiceDetails>
{
    public async Task<VoiceDetails> Handle(GetVoice query, CancellationToken ct)
    {
        var voices = db.Voices.Where(v => v.CommitmentId == query.CommitmentId);
        if (await db.Commitments.VisibleTo(db, user).AnyAsync(c => c.Id == query.CommitmentId, ct))
            return await voices.GetDetailsAsync(query.VoiceId, db, user, ct);
        IReadOnlyList<string> own = user.Role == Role.Community ? await people.KeysOfCallerAsync(ct) : [];
        return await voices
            .Where(v => db.VoiceIdentities.Any(i => i.VoiceId == v.Id && own.Contains(i.PersonKey)))
            .GetDetailsAsync(query.VoiceId, db, user, ct);
    }
}
