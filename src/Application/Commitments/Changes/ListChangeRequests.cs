using AutoMapper;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Lists change requests, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListChangeRequests(
    CommitmentId CommitmentId,
    ChangeRequestStatus? Status = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<ChangeRequestDetails>>, ISupportsUpdatedSince;

internal sealed class ListChangeRequestsValidator : AbstractValidator<ListChangeRequests>
{
    public ListChangeRequestsValidator()
    {
        this.Paged();
        RuleFor(q => q.Status).IsKnownValue();
    }
}

internal sealed class ListChangeRequestsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListChangeRequests, Page<ChangeRequestDetails>>
{
    public Task<Page<ChangeRequestDetails>> Handle(ListChangeRequests query, CancellationToken ct)
    {
        var rows = db.ChangeRequests.Where(c => c.CommitmentId == query.CommitmentId);
        if (query.Status is { } status)
            rows = rows.Where(c => c.Status == status);
        return rows.ToPageOfAsync(
            query.CommitmentId,
            db.Commitments.VisibleTo(db, user),
            query,
            row => row.Seq,
            maps.Projection<ChangeRequest, ChangeRequestDetails>(),
            ct
        );
    }
}
