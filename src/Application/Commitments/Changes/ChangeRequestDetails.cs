using AutoMapper;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A request to change a commitment, or to withdraw or supersede it, and the decision on it.</summary>
public sealed record ChangeRequestDetails
{
    public Guid Id { get; init; }

    public Guid CommitmentId { get; init; }

    public ChangeRequestKind Kind { get; init; }

    /// <summary>The commitment that would replace this one; only for a supersession.</summary>
    public Guid? SuccessorId { get; init; }

    public Guid? MilestoneId { get; init; }

    public DateOnly? OldDueDate { get; init; }

    public DateOnly? NewDueDate { get; init; }

    /// <summary>The number of days by which the due date moves; negative if it moves to an earlier day.</summary>
    public int DaysMoved => OldDueDate is { } from && NewDueDate is { } to ? to.DayNumber - from.DayNumber : 0;

    /// <summary>Only for a change; a withdrawal or supersession has an explanation alone.</summary>
    public ChangeReason? Reason { get; init; }

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

    /// <summary>When the review of the request is due.</summary>
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
