using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The fields of a commitment in the form of a draft, so that a client can change some of them.</summary>
[Needs(Right.Contribute)]
public sealed record GetDraft(CommitmentId CommitmentId) : IRequest<CurrentDraft>;

/// <param name="Version">The version of the commitment.</param>
public sealed record CurrentDraft(CommitmentDraft Draft, int Version);

internal sealed class GetDraftHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<GetDraft, CurrentDraft>
{
    public async Task<CurrentDraft> Handle(GetDraft query, CancellationToken ct)
    {
        var found = await db.GetDetailsAsync(query.CommitmentId, user, time.GetUtcNow(), ct);
        return new CurrentDraft(CommitmentDraft.Of(found), found.Version);
    }
}
