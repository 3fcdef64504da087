using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Engagement;

/// <summary>Lists the community engagement of a commitment, or of a partnership with its commitments, the newest first.</summary>
/// <param name="PartnershipId">Null where a commitment is given.</param>
[Needs(Right.Read)]
public sealed record ListEngagements(
    PartnershipId? PartnershipId,
    CommitmentId? CommitmentId,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<EngagementDetails>>, ISupportsUpdatedSince;

internal sealed class ListEngagementsValidator : AbstractValidator<ListEngagements>
{
    public ListEngagementsValidator() => this.Paged();
}

internal sealed class ListEngagementsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListEngagements, Page<EngagementDetails>>
{
    public async Task<Page<EngagementDetails>> Handle(ListEngagements query, CancellationToken ct)
    {
        var rows = db.Engagements.VisibleTo(db, user);
        rows = query.CommitmentId is { } commitment
            ? rows.Where(e => e.CommitmentId == commitment)
            : rows.Where(e => e.PartnershipId == query.PartnershipId);
        var page = await rows.ToPageAsync(
            query,
            e => e.Seq,
            descending: true,
            some => some.OrderByDescending(e => e.Seq).AsDetails(db),
            ct
        );
        if (page.Items.Count == 0)
            await db.MustExistAsync(user, query.PartnershipId, query.CommitmentId, ct);
        return page;
    }
}
