using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>A voice at a commitment or dialogue that the caller may see, or the caller's own.</summary>
[Needs(Right.Read)]
public sealed record GetVoice(VoicePlace Place, VoiceId VoiceId) : IRequest<VoiceDetails>;

internal sealed class GetVoiceHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary, VoicePeople people)
    : IRequestHandler<GetVoice, VoiceDetails>
{
    public async Task<VoiceDetails> Handle(GetVoice query, CancellationToken ct)
    {
        var voices = db.Voices.At(query.Place);
        if (await db.SeesAsync(user, query.Place, ct))
            return await voices.GetDetailsAsync(query.VoiceId, db, user, vocabulary, ct);
        IReadOnlyList<string> own = user.Role == Role.Community ? await people.KeysOfCallerAsync(ct) : [];
        return await voices
            .Where(v => db.VoiceIdentities.Any(i => i.VoiceId == v.Id && own.Contains(i.PersonKey)))
            .GetDetailsAsync(query.VoiceId, db, user, vocabulary, ct);
    }
}
