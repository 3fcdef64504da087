using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>States on a claim of others what the caller knows about it; replaces what the same person said on it before.</summary>
/// <param name="ClaimId">Of the progress report, the closing or the outcome.</param>
[Needs(Right.AddVoice)]
public sealed record AddVoice(VoicePlace Place, VoiceClaimKind ClaimKind, Guid ClaimId, VoiceDraft Draft) : IRequest<VoiceDetails>;

internal sealed class AddVoiceValidator : AbstractValidator<AddVoice>
{
    public AddVoiceValidator()
    {
        RuleFor(v => v.ClaimKind).IsKnownValue();
        RuleFor(v => v.Draft).SetValidator(new VoiceDraftValidator());
    }
}

internal sealed class AddVoiceHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary, VoicePeople people, VoiceWriter writer)
    : IRequestHandler<AddVoice, VoiceDetails>
{
    public async Task<VoiceDetails> Handle(AddVoice command, CancellationToken ct)
    {
        var own = user.OrganizationId ?? throw AccessErrors.NotAllowed();
        var claim = new VoiceClaim(command.ClaimKind, command.ClaimId);
        var subject = await db.GetSpokenOfAsync(command.Place, claim, own, ct);
        var person = await people.ProtectAsync(subject.ScopeId, await people.CallerAsync(ct), ct);
        var voice = await writer.GiveAsync(subject, claim, command.Draft, own, person, ct);
        return await db.Voices.GetDetailsAsync(voice, db, user, vocabulary, ct);
    }
}
