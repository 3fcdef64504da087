using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Counts the commitments of several filters in one statement.</summary>
/// <returns>A number for each filter, in their order.</returns>
[Needs(Right.Read)]
public sealed record CountCommitments(IReadOnlyList<CommitmentFilter> Filters) : IRequest<IReadOnlyList<int>>;

internal sealed class CountCommitmentsValidator : AbstractValidator<CountCommitments>
{
    public CountCommitmentsValidator(IVocabulary vocabulary) =>
        RuleForEach(q => q.Filters).SetValidator(new CommitmentFilterValidator<CommitmentFilter>(vocabulary));
}

internal sealed class CountCommitmentsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CountCommitments, IReadOnlyList<int>>
{
    public async Task<IReadOnlyList<int>> Handle(CountCommitments query, CancellationToken ct)
    {
        if (query.Filters.Count == 0)
            return [];
        var now = time.GetUtcNow();
        var counts = await query
            .Filters.Select(
                (filter, place) =>
                    db
                        .Commitments.VisibleTo(db, user)
                        .Matching(filter, db, now)
                        .GroupBy(_ => 1)
                        .Select(all => new { Place = place, Count = all.Count() })
            )
            .Aggregate((all, next) => all.Concat(next))
            .ToDictionaryAsync(row => row.Place, row => row.Count, ct);
        return [.. query.Filters.Select((_, place) => counts.GetValueOrDefault(place))];
    }
}
