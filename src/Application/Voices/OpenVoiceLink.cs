using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Reads what a link for a voice shows: the claim, and the voice that was given with it. Reading changes nothing.</summary>
[Needs(Right.UseLink)]
public sealed record OpenVoiceLink(string Token) : IRequest<VoiceLinkPage>;

/// <param name="Language">The language of the page; null if it is unknown.</param>
/// <param name="Organization">The community organization that invited.</param>
/// <param name="Claim">Null if the link may not show it any more.</param>
/// <param name="Voice">The voice that was given with the link.</param>
/// <param name="CanGive">Whether a voice can be given with it, or given anew.</param>
/// <param name="ExpiresOn">The last day (UTC) on which a voice can be given.</param>
public sealed record VoiceLinkPage(
    VoiceLinkState State,
    string? Language,
    string Organization,
    VoiceClaimDetails? Claim,
    VoiceDetails? Voice,
    bool CanGive,
    DateOnly ExpiresOn
);

internal sealed class OpenVoiceLinkHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary, TimeProvider time)
    : IRequestHandler<OpenVoiceLink, VoiceLinkPage>
{
    public async Task<VoiceLinkPage> Handle(OpenVoiceLink query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var link = await db.VoiceInvitations.AsNoTracking().GetByTokenAsync(query.Token, ct);
        var state = link.StateAt(now);
        var shows = state is VoiceLinkState.Open or VoiceLinkState.Given;
        return new VoiceLinkPage(
            state,
            link.Language,
            await db.Organizations.Where(o => o.Id == link.OrganizationId).Select(o => o.Name).SingleAsync(ct),
            shows ? await db.FindClaimAsync(VoicePlace.Of(link), link.Claim, ct) : null,
            shows && link.VoiceId is { } voice ? await db.Voices.GetDetailsAsync(voice, db, user, vocabulary, ct) : null,
            link.CanGiveAt(now),
            DateOnly.FromDateTime(link.ExpiresAt.UtcDateTime)
        );
    }
}
