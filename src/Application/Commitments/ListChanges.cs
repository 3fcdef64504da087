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
public sealed record ChangeDetails
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

    public ChangeStatus Status { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>By when an answer is owed.</summary>
    public DateTimeOffset ReviewDueAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? Note { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

internal sealed class ChangeMaps : Profile
{
    public ChangeMaps()
    {
        CreateMap<ChangeRequest, ChangeDetails>();
        CreateMap<ChangeRequestId, Guid>().ConvertUsing(id => id.Value);
    }
}

/// <summary>The newest first.</summary>
[Needs(Right.Read)]
public sealed record ListChanges(CommitmentId CommitmentId, ChangeStatus? Status = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<ChangeDetails>>, IPolled;

internal sealed class ListChangesValidator : AbstractValidator<ListChanges>
{
    public ListChangesValidator()
    {
        this.Paged();
        RuleFor(q => q.Status).Known();
    }
}

internal sealed class ListChangesHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<ListChanges, Page<ChangeDetails>>
{
    public Task<Page<ChangeDetails>> Handle(ListChanges query, CancellationToken ct)
    {
        var rows = db.ChangeRequests.Where(c => c.CommitmentId == query.CommitmentId);
        if (query.Status is { } status) rows = rows.Where(c => c.Status == status);
        return rows.ToPageOfAsync(query.CommitmentId, db.Commitments.VisibleTo(db, user), query, page => page.ProjectTo<ChangeDetails>(maps), ct);
    }
}

[Needs(Right.Read)]
public sealed record GetChange(CommitmentId CommitmentId, ChangeRequestId ChangeId) : IRequest<ChangeDetails>;

internal sealed class GetChangeHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<GetChange, ChangeDetails>
{
    public async Task<ChangeDetails> Handle(GetChange query, CancellationToken ct)
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(query.CommitmentId, ct);
        return await db.ChangeRequests.Where(c => c.CommitmentId == query.CommitmentId && c.Id == query.ChangeId)
            .ProjectTo<ChangeDetails>(maps).SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("changeRequest");
    }
}
