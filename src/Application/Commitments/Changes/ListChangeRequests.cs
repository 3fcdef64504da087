using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A request to move a goalpost, and what was decided.</summary>
public sealed record ChangeRequestDetails
{
    public Guid Id { get; init; }

    public Guid CommitmentId { get; init; }

    public Guid? MilestoneId { get; init; }

    public DateOnly? OldDueDate { get; init; }

    public DateOnly? NewDueDate { get; init; }

    /// <summary>Days the date moves; negative when it comes forward.</summary>
    public int DaysMoved => OldDueDate is { } from && NewDueDate is { } to ? to.DayNumber - from.DayNumber : 0;

    public ChangeReason Reason { get; init; }

    public string Explanation { get; init; } = "";

    public string? Evidence { get; init; }

    public decimal? Target { get; init; }

    public decimal? Baseline { get; init; }

    public DateOnly? BaselineDate { get; init; }

    public string? Unit { get; init; }

    public decimal? Weight { get; init; }

    public bool DropMilestone { get; init; }

    public ReportingFrequency? ReportingFrequency { get; init; }

    public ChangeRequestStatus Status { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>By when an answer is owed.</summary>
    public DateTimeOffset ReviewDueAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? Note { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

internal sealed class ChangeRequestMaps : Profile
{
    public ChangeRequestMaps()
    {
        CreateMap<ChangeRequest, ChangeRequestDetails>();
        CreateMap<ChangeRequestId, Guid>().ConvertUsing(id => id.Value);
    }
}

/// <summary>The newest first.</summary>
[Needs(Right.Read)]
public sealed record ListChangeRequests(CommitmentId CommitmentId, ChangeRequestStatus? Status = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<ChangeRequestDetails>>, ISupportsUpdatedSince;

internal sealed class ListChangeRequestsValidator : AbstractValidator<ListChangeRequests>
{
    public ListChangeRequestsValidator()
    {
        this.Paged();
        RuleFor(q => q.Status).IsKnownValue();
    }
}

internal sealed class ListChangeRequestsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<ListChangeRequests, Page<ChangeRequestDetails>>
{
    public Task<Page<ChangeRequestDetails>> Handle(ListChangeRequests query, CancellationToken ct)
    {
        var rows = db.ChangeRequests.Where(c => c.CommitmentId == query.CommitmentId);
        if (query.Status is { } status) rows = rows.Where(c => c.Status == status);
        return rows.ToPageOfAsync(query.CommitmentId, db.Commitments.VisibleTo(db, user), query, page => page.ProjectTo<ChangeRequestDetails>(maps), ct);
    }
}

[Needs(Right.Read)]
public sealed record GetChangeRequest(CommitmentId CommitmentId, ChangeRequestId ChangeRequestId) : IRequest<ChangeRequestDetails>;

internal sealed class GetChangeRequestHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<GetChangeRequest, ChangeRequestDetails>
{
    public async Task<ChangeRequestDetails> Handle(GetChangeRequest query, CancellationToken ct)
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(query.CommitmentId, ct);
        return await db.ChangeRequests.Where(c => c.CommitmentId == query.CommitmentId && c.Id == query.ChangeRequestId)
            .ProjectTo<ChangeRequestDetails>(maps).SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("changeRequest");
    }
}
