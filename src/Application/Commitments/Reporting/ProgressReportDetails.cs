using AutoMapper;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What a partner claimed at a date.</summary>
public sealed record ProgressReportDetails
{
    public Guid Id { get; init; }

    public Guid CommitmentId { get; init; }

    public Guid OrganizationId { get; init; }

    public DateOnly AsOf { get; init; }

    public decimal? Value { get; init; }

    public string Narrative { get; init; } = "";

    public string? Barriers { get; init; }

    public bool ReportsCompletion { get; init; }

    public ProgressReportStatus Status { get; init; }

    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>By when an answer is owed.</summary>
    public DateTimeOffset ReviewDueAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What the reviewer said: the reason of a return, or a note.</summary>
    public string? ReviewNote { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public IReadOnlyList<EvidenceDetails> Evidence { get; init; } = [];
}

internal sealed class ProgressReportMaps : Profile
{
    public ProgressReportMaps() =>
        CreateMap<ProgressReport, ProgressReportDetails>().ForMember(d => d.Evidence, to => to.MapFrom(r => r.Evidence.OrderBy(e => e.Seq)));
}
