using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Engagement;

namespace PartnershipTracker.Application.Engagement;

[Needs(Right.Read)]
public sealed record GetResultMeasure(ResultMeasureId MeasureId) : IRequest<ResultMeasureDetails>;

internal sealed class GetResultMeasureHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetResultMeasure, ResultMeasureDetails>
{
    public Task<ResultMeasureDetails> Handle(GetResultMeasure query, CancellationToken ct) =>
        db.ResultMeasures.VisibleTo(db, user).Where(m => m.Id == query.MeasureId).AsDetails(db).GetAsync("resultMeasure", _ => true, ct);
}
