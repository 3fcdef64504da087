using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Hides a voice that could do harm. That there is one, and why it is hidden, stays visible.</summary>
/// <param name="Reason">Which harm it could do; shown to everybody who sees the claim.</param>
[Needs(Right.Administer)]
public sealed record HideVoice(VoicePlace Place, VoiceId VoiceId, string Reason) : IRequest<VoiceDetails>;

internal sealed class HideVoiceValidator : AbstractValidator<HideVoice>
{
    public HideVoiceValidator() => RuleFor(h => h.Reason).Required(Limits.Reason);
}

internal sealed class HideVoiceHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary) : IRequestHandler<HideVoice, VoiceDetails>
{
    public async Task<VoiceDetails> Handle(HideVoice command, CancellationToken ct)
    {
        var voice = await db.GetForChangeAsync(user, command.Place, command.VoiceId, ct);
        voice.Hide(command.Reason);
        await db.SaveChangesAsync(ct);
        return await db.Voices.GetDetailsAsync(voice.Id, db, user, vocabulary, ct);
    }
}
