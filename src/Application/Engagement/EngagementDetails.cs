using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Engagement;

namespace PartnershipTracker.Application.Engagement;

/// <summary>The part that a community takes in a partnership or a commitment.</summary>
public sealed record EngagementDetails
{
    public Guid Id { get; init; }

    public Guid PartnershipId { get; init; }

    /// <summary>Null where it is about the partnership as a whole.</summary>
    public Guid? CommitmentId { get; init; }

    /// <summary>The title of the commitment.</summary>
    public string? CommitmentTitle { get; init; }

    /// <summary>A registered organization that takes part; null where a community is described.</summary>
    public Guid? OrganizationId { get; init; }

    public string? OrganizationName { get; init; }

    /// <summary>A community in words; null where an organization is named.</summary>
    public string? Community { get; init; }

    public EngagementPhase Phase { get; init; }

    /// <summary>A level of the IAP2 Spectrum of Public Participation.</summary>
    public EngagementLevel Level { get; init; }

    public string? Note { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The last day; null while it goes on, or where it is unknown.</summary>
    public DateOnly? Until { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

internal static class EngagementProjection
{
    public static IQueryable<EngagementDetails> AsDetails(this IQueryable<CommunityEngagement> rows, ITrackerDb db) =>
        rows.Select(e => new EngagementDetails
        {
            Id = e.Id.Value,
            PartnershipId = e.PartnershipId.Value,
            CommitmentId = e.CommitmentId == null ? (Guid?)null : e.CommitmentId.Value.Value,
            CommitmentTitle = db.Commitments.Where(c => c.Id == e.CommitmentId).Select(c => c.Title).FirstOrDefault(),
            OrganizationId = e.OrganizationId == null ? (Guid?)null : e.OrganizationId.Value.Value,
            OrganizationName = db.Organizations.Where(o => o.Id == e.OrganizationId).Select(o => o.Name).FirstOrDefault(),
            Community = e.Community,
            Phase = e.Phase,
            Level = e.Level,
            Note = e.Note,
            From = e.From,
            Until = e.Until,
            UpdatedAt = e.UpdatedAt,
            Version = e.Version,
        });
}
