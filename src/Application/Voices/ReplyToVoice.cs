using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// The accountable organization, or the one that organizes the dialogue, answers a voice; a later answer replaces the former.
/// </summary>
[Needs(Right.Contribute)]
public sealed record ReplyToVoice(VoicePlace Place, VoiceId VoiceId, string Text) : IRequest<VoiceDetails>;

internal sealed class ReplyToVoiceValidator : AbstractValidator<ReplyToVoice>
{
    public ReplyToVoiceValidator() => RuleFor(r => r.Text).Required(Limits.Note);
}

internal sealed class ReplyToVoiceHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary, TimeProvider time)
    : IRequestHandler<ReplyToVoice, VoiceDetails>
{
    public async Task<VoiceDetails> Handle(ReplyToVoice command, CancellationToken ct)
    {
        if (user.OrganizationId != await db.GetAnsweringAsync(user, command.Place, ct))
            throw AccessErrors.NotYourOrganization();
        var voice = await db.GetForChangeAsync(user, command.Place, command.VoiceId, ct);
        voice.ReplyWith(command.Text, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return await db.Voices.GetDetailsAsync(voice.Id, db, user, vocabulary, ct);
    }
}
