using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>One claim on which the caller may speak.</summary>
/// <exception cref="DomainException">There is none, it stands no more, or it is one of the caller's organization.</exception>
[Needs(Right.AddVoice)]
public sealed record GetVoiceClaim(VoicePlace Place, VoiceClaimKind Kind, Guid ClaimId) : IRequest<VoiceClaimDetails>;

internal sealed class GetVoiceClaimValidator : AbstractValidator<GetVoiceClaim>
{
    public GetVoiceClaimValidator() => RuleFor(q => q.Kind).IsKnownValue();
}

internal sealed class GetVoiceClaimHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetVoiceClaim, VoiceClaimDetails>
{
    public async Task<VoiceClaimDetails> Handle(GetVoiceClaim query, CancellationToken ct)
    {
        var own = user.OrganizationId ?? throw AccessErrors.NotAllowed();
        var claim = new VoiceClaim(query.Kind, query.ClaimId);
        await db.GetSpokenOfAsync(query.Place, claim, own, ct);
        return await db.FindClaimAsync(query.Place, claim, ct) ?? throw DomainException.NotFound("voiceClaim");
    }
}
