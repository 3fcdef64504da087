using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Engagement;

namespace PartnershipTracker.Application.Engagement;

/// <summary>Removes what was recorded by mistake; the history keeps it.</summary>
[Needs(Right.Contribute)]
public sealed record RemoveResultMeasure(ResultMeasureId MeasureId) : IRequest;

internal sealed class RemoveResultMeasureHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveResultMeasure>
{
    public async Task<Unit> Handle(RemoveResultMeasure command, CancellationToken ct)
    {
        var measure = await db.ResultMeasures.VisibleTo(db, user).GetAsync("resultMeasure", m => m.Id == command.MeasureId, ct);
        await db.MustRecordForAsync(user, measure.Subject, ct);
        measure.MustBeExpectedBy(user).Remove();
        db.ResultMeasures.Remove(measure);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
