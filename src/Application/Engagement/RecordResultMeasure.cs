using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Engagement;

/// <summary>Records how a result of community engagement is measured; by the same callers as <see cref="RecordEngagement"/>.</summary>
/// <param name="PartnershipId">Null where a commitment is given.</param>
/// <param name="CommitmentId">Null for the partnership as a whole.</param>
[Needs(Right.Contribute)]
public sealed record RecordResultMeasure(PartnershipId? PartnershipId, CommitmentId? CommitmentId, ResultMeasureDraft Draft)
    : IRequest<ResultMeasureId>;

internal sealed class RecordResultMeasureValidator : AbstractValidator<RecordResultMeasure>
{
    public RecordResultMeasureValidator() => RuleFor(m => m.Draft).SetValidator(new ResultMeasureDraftValidator());
}

internal sealed class RecordResultMeasureHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<RecordResultMeasure, ResultMeasureId>
{
    public async Task<ResultMeasureId> Handle(RecordResultMeasure command, CancellationToken ct)
    {
        var subject = await db.GetSubjectAsync(user, command.PartnershipId, command.CommitmentId, ct);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var measure = ResultMeasure.Record(subject, command.Draft.ToTerms(), today);
        db.ResultMeasures.Add(measure);
        await db.SaveChangesAsync(ct);
        return measure.Id;
    }
}
