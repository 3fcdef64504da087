using AutoMapper;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Lists assessments, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListAssessments(
    CommitmentId CommitmentId,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<AssessmentDetails>>, ISupportsUpdatedSince;

internal sealed class ListAssessmentsValidator : AbstractValidator<ListAssessments>
{
    public ListAssessmentsValidator() => this.Paged();
}

internal sealed class ListAssessmentsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListAssessments, Page<AssessmentDetails>>
{
    public Task<Page<AssessmentDetails>> Handle(ListAssessments query, CancellationToken ct) =>
        db
            .Assessments.Where(a => a.CommitmentId == query.CommitmentId)
            .ToPageOfAsync(
                query.CommitmentId,
                db.Commitments.VisibleTo(db, user),
                query,
                row => row.Seq,
                maps.Projection<Assessment, AssessmentDetails>(),
                ct
            );
}
