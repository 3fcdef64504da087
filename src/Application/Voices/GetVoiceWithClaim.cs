using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>A voice at a commitment or dialogue that the caller may see, or the caller's own, with the claim of which it speaks.</summary>
[Needs(Right.Read)]
public sealed record GetVoiceWithClaim(VoicePlace Place, VoiceId VoiceId) : IRequest<VoiceWithClaim>;

/// <param name="IsOwn">Whether the caller gave it.</param>
/// <param name="MayAnswer">Whether the caller belongs to the organization that answers it.</param>
public sealed record VoiceWithClaim(VoiceDetails Voice, VoiceClaimDetails Claim, bool IsOwn, bool MayAnswer);

internal sealed class GetVoiceWithClaimHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary, VoicePeople people)
    : IRequestHandler<GetVoiceWithClaim, VoiceWithClaim>
{
    public async Task<VoiceWithClaim> Handle(GetVoiceWithClaim query, CancellationToken ct)
    {
        var voices = db.Voices.At(query.Place).Where(v => v.Id == query.VoiceId);
        var isOwn = await IsOwnAsync(voices, ct);
        if (!isOwn && !await db.SeesAsync(user, query.Place, ct))
            throw DomainException.NotFound("voice");
        var voice = await voices.GetDetailsAsync(query.VoiceId, db, user, vocabulary, ct);
        var claim =
            await db.FindClaimAsync(query.Place, new VoiceClaim(voice.ClaimKind, voice.ClaimId), ct)
            ?? throw DomainException.NotFound("voiceClaim");
        return new VoiceWithClaim(voice, claim, isOwn, voice.State == VoiceState.Given && await AnswersAsync(query.Place, ct));
    }

    private async Task<bool> IsOwnAsync(IQueryable<Voice> voices, CancellationToken ct)
    {
        if (user.Role != Role.Community)
            return false;
        var own = await people.KeysOfCallerAsync(ct);
        return await voices.AnyAsync(v => db.VoiceIdentities.Any(i => i.VoiceId == v.Id && own.Contains(i.PersonKey)), ct);
    }

    private async Task<bool> AnswersAsync(VoicePlace place, CancellationToken ct) =>
        user is { Role: { } role, OrganizationId: { } own }
        && RoleTable.Allows(role, Right.Contribute)
        && own == await db.GetAnsweringAsync(user, place, ct);
}
