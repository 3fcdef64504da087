using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Engagement;

/// <summary>Lists the measures of a commitment, or of a partnership with its commitments, the newest first.</summary>
/// <param name="PartnershipId">Null where a commitment is given.</param>
[Needs(Right.Read)]
public sealed record ListResultMeasures(
    PartnershipId? PartnershipId,
    CommitmentId? CommitmentId,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<ResultMeasureDetails>>, ISupportsUpdatedSince;

internal sealed class ListResultMeasuresValidator : AbstractValidator<ListResultMeasures>
{
    public ListResultMeasuresValidator() => this.Paged();
}

internal sealed class ListResultMeasuresHandler(ITrackerDb db, ICurrentUser user)
    : IRequestHandler<ListResultMeasures, Page<ResultMeasureDetails>>
{
    public async Task<Page<ResultMeasureDetails>> Handle(ListResultMeasures query, CancellationToken ct)
    {
        var rows = db.ResultMeasures.VisibleTo(db, user);
        rows = query.CommitmentId is { } commitment
            ? rows.Where(m => m.CommitmentId == commitment)
            : rows.Where(m => m.PartnershipId == query.PartnershipId);
        var page = await rows.ToPageAsync(
            query,
            m => m.Seq,
            descending: true,
            some => some.OrderByDescending(m => m.Seq).AsDetails(db),
            ct
        );
        if (page.Items.Count == 0)
            await db.MustExistAsync(user, query.PartnershipId, query.CommitmentId, ct);
        return page;
    }
}
