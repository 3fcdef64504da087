using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>States on a claim of others what the caller knows about it; replaces what the same person said on it before.</summary>
/// <param name="ClaimId">Of the progress report; of the commitment for its closing.</param>
[Needs(Right.AddVoice)]
public sealed record AddVoice(CommitmentId CommitmentId, VoiceClaimKind ClaimKind, Guid ClaimId, VoiceDraft Draft) : IRequest<VoiceDetails>;

internal sealed class AddVoiceValidator : AbstractValidator<AddVoice>
{
    public AddVoiceValidator()
    {
        RuleFor(v => v.ClaimKind).IsKnownValue();
        RuleFor(v => v.Draft).SetValidator(new VoiceDraftValidator());
    }
}

internal sealed class AddVoiceHandler(ITrackerDb db, ICurrentUser user, VoicePeople people, VoiceWriter writer)
    : IRequestHandler<AddVoice, VoiceDetails>
{
    public async Task<VoiceDetails> Handle(AddVoice command, CancellationToken ct)
    {
        var own = user.OrganizationId ?? throw AccessErrors.NotAllowed();
        var commitment = await db.GetSpokenOfAsync(command.CommitmentId, own, ct);
        var person = await people.ProtectAsync(commitment.PartnershipId, await people.CallerAsync(ct), ct);
        var claim = new VoiceClaim(command.ClaimKind, command.ClaimId);
        var voice = await writer.GiveAsync(commitment, claim, command.Draft, own, person, ct);
        return await db.Voices.GetDetailsAsync(voice, db, user, ct);
    }
}
