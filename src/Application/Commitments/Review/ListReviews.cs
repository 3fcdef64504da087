using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Commitments;

public enum ReviewState
{
    /// <summary>It awaits a decision.</summary>
    Waiting,
}

/// <summary>Lists everything that awaits a decision of the caller, of all kinds together, the oldest first.</summary>
/// <param name="State">Only <c>waiting</c>, which is the default.</param>
[Needs(Right.Review)]
public sealed record ListReviews(
    ReviewState? State = null,
    WaitingReviewKind? Kind = null,
    Guid? PartnershipId = null,
    int? Limit = null,
    string? Cursor = null
) : IRequest<Page<WaitingReview>>, IPaged
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListReviewsValidator : AbstractValidator<ListReviews>
{
    public ListReviewsValidator()
    {
        this.Paged();
        RuleFor(q => q.State).IsKnownValue();
        RuleFor(q => q.Kind).IsKnownValue();
    }
}

internal sealed class ListReviewsHandler(WaitingReviews reviews, ICurrentUser user) : IRequestHandler<ListReviews, Page<WaitingReview>>
{
    public Task<Page<WaitingReview>> Handle(ListReviews query, CancellationToken ct) =>
        reviews.PageAsync(
            Reviewer.Of(user),
            query.Kind,
            query.PartnershipId is { } id ? new PartnershipId(id) : null,
            query.Limit ?? Paging.DefaultLimit,
            query.Cursor,
            query.TotalOnEveryPage,
            ct
        );
}
