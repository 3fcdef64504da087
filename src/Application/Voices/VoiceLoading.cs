using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

internal static class VoiceLoading
{
    private const int MaxTokenLength = 100;

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
