using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Engagement;

namespace PartnershipTracker.Application.Engagement;

[Needs(Right.Contribute)]
public sealed record ReviseResultMeasure(ResultMeasureId MeasureId, ResultMeasureDraft Draft) : IRequest;

internal sealed class ReviseResultMeasureValidator : AbstractValidator<ReviseResultMeasure>
{
    public ReviseResultMeasureValidator() => RuleFor(m => m.Draft).SetValidator(new ResultMeasureDraftValidator());
}

internal sealed class ReviseResultMeasureHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ReviseResultMeasure>
{
    public async Task<Unit> Handle(ReviseResultMeasure command, CancellationToken ct)
    {
        var measure = await db.ResultMeasures.VisibleTo(db, user).GetAsync("resultMeasure", m => m.Id == command.MeasureId, ct);
        await db.MustRecordForAsync(user, measure.Subject, ct);
        measure.MustBeExpectedBy(user).Revise(command.Draft.ToTerms(), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
