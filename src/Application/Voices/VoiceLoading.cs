using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

internal static class VoiceLoading
{
    private const int MaxTokenLength = 100;

    /// <summary>A voice on a commitment that the caller may see.</summary>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), or the caller expects another version.</exception>
    public static async Task<Voice> GetForChangeAsync(
        this ITrackerDb db,
        ICurrentUser user,
        CommitmentId commitment,
        VoiceId id,
        CancellationToken ct
    )
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(commitment, ct);
        return (await db.Voices.GetAsync("voice", v => v.Id == id && v.CommitmentId == commitment, ct)).MustBeExpectedBy(user);
    }

    /// <exception cref="DomainException">The link does not exist.</exception>
    public static async Task<VoiceInvitation> GetByTokenAsync(
        this IQueryable<VoiceInvitation> invitations,
        string token,
        CancellationToken ct
    )
    {
        if (token.Length > MaxTokenLength)
            throw DomainException.NotFound("voiceLink");
        var hash = Secret.HashOf(token);
        return await invitations.GetAsync("voiceLink", i => i.Hash == hash, ct);
    }
}
