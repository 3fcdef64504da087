using AutoMapper;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A progress report with the figures that the organization reports for a date.</summary>
public sealed record ProgressReportDetails
{
    public Guid Id { get; init; }

    public Guid CommitmentId { get; init; }

    /// <summary>The organization that reports: the accountable one or a supporting one.</summary>
    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public DateOnly AsOf { get; init; }

    public decimal? Value { get; init; }

    public string Narrative { get; init; } = "";

    public string? Barriers { get; init; }

    public bool ReportsCompletion { get; init; }

    public ProgressReportStatus Status { get; init; }

    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When the review of the report is due.</summary>
    public DateTimeOffset ReviewDueAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The reviewer's note, or the reason for returning the report.</summary>
    public string? ReviewNote { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public IReadOnlyList<EvidenceDetails> Evidence { get; init; } = [];
}

internal sealed class ProgressReportMaps : Profile
{
    public ProgressReportMaps()
    {
        // Filled in by each query: ProjectTo<ProgressReportDetails>(maps, new { db }).
        ITrackerDb db = null!;
        CreateMap<ProgressReport, ProgressReportDetails>()
            .ForMember(
                d => d.OrganizationName,
                to => to.MapFrom(r => db.Organizations.Where(o => o.Id == r.OrganizationId).Select(o => o.Name).First())
            )
            .ForMember(d => d.Evidence, to => to.MapFrom(r => r.Evidence.OrderBy(e => e.Seq)));
    }
}
