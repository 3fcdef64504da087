using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Shows a hidden voice again.</summary>
[Needs(Right.Administer)]
public sealed record RestoreVoice(VoicePlace Place, VoiceId VoiceId) : IRequest<VoiceDetails>;

internal sealed class RestoreVoiceHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<RestoreVoice, VoiceDetails>
{
    public async Task<VoiceDetails> Handle(RestoreVoice command, CancellationToken ct)
    {
        var voice = await db.GetForChangeAsync(user, command.Place, command.VoiceId, ct);
        voice.Restore();
        await db.SaveChangesAsync(ct);
        return await db.Voices.GetDetailsAsync(voice.Id, db, user, vocabulary, ct);
    }
}
