using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Requests a change of the due date, target, baseline, unit, weight or reporting frequency, or drops a milestone. A change that only moves
/// a date to an earlier day is applied at once.
/// </summary>
[Needs(Right.Submit)]
public sealed record RequestChange(CommitmentId CommitmentId, ChangeTerms Terms) : IRequest<ChangeRequestId>;

internal sealed class RequestChangeValidator : AbstractValidator<RequestChange>
{
    public RequestChangeValidator()
    {
        RuleFor(r => r.Terms.Reason).IsKnownValue();
        RuleFor(r => r.Terms.Explanation).Required(Limits.Note);
        RuleFor(r => r.Terms.Evidence).HttpUrl(Limits.Url);
        RuleFor(r => r.Terms.Unit).OptionalLine(Limits.Unit);
        RuleFor(r => r.Terms.NewDueDate).OptionalDay();
        RuleFor(r => r.Terms.BaselineDate).OptionalDay();
        RuleFor(r => r.Terms.Target).OptionalNumber();
        RuleFor(r => r.Terms.Baseline).OptionalNumber();
        RuleFor(r => r.Terms.Weight)
            .InclusiveBetween(Limits.MinWeight, Limits.MaxWeight)
            .WithText("form.between", Limits.MinWeight, Limits.MaxWeight);
        RuleFor(r => r.Terms.ReportingFrequency).IsKnownValue();
    }
}

internal sealed class RequestChangeHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<RequestChange, ChangeRequestId>
{
    public async Task<ChangeRequestId> Handle(RequestChange command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        var isPending = await db.ChangeRequests.IsPendingAsync(commitment.Id, command.Terms.MilestoneId, ct);
        var change = commitment.RequestChange(command.Terms, isPending, await contexts.OfAsync(commitment.OrganizationId, ct));
        db.ChangeRequests.Add(change);
        await db.SaveChangesAsync(ct);
        return change.Id;
    }
}
