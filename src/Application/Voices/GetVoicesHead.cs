using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;

namespace PartnershipTracker.Application.Voices;

/// <summary>What the page of all voices says about the commitment or dialogue itself.</summary>
[Needs(Right.Read)]
public sealed record GetVoicesHead(VoicePlace Place) : IRequest<VoicesHead>;

/// <param name="OrganizationId">The accountable organization, or the one that organizes the dialogue.</param>
/// <param name="Diverging">How many voices differ from what was reported complete, accepted, closed or agreed.</param>
public sealed record VoicesHead(string Title, Guid OrganizationId, string OrganizationName, int Diverging);

internal sealed class GetVoicesHeadHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetVoicesHead, VoicesHead>
{
    public async Task<VoicesHead> Handle(GetVoicesHead query, CancellationToken ct)
    {
        var place = query.Place;
        var diverging = db.Voices.WhereDiverging(db);
        var heads = place.CommitmentId is { } commitment
            ? db
                .Commitments.VisibleTo(db, user)
                .Where(c => c.Id == commitment)
                .Select(c => new VoicesHead(
                    c.Title,
                    c.OrganizationId.Value,
                    db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Name).First(),
                    diverging.Count(v => v.CommitmentId == c.Id)
                ))
            : db
                .Dialogues.VisibleTo(db, user)
                .Where(d => d.Id == place.DialogueId)
                .Select(d => new VoicesHead(
                    d.Title,
                    d.OrganizationId.Value,
                    db.Organizations.Where(o => o.Id == d.OrganizationId).Select(o => o.Name).First(),
                    diverging.Count(v => v.DialogueId == d.Id)
                ));
        return await heads.SingleOrDefaultAsync(ct) ?? throw VoicePlaces.NotFound(place);
    }
}
