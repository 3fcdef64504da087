using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Engagement;

namespace PartnershipTracker.Application.Engagement;

/// <summary>A measure of a result of community engagement in a partnership or a commitment.</summary>
public sealed record ResultMeasureDetails
{
    public Guid Id { get; init; }

    public Guid PartnershipId { get; init; }

    /// <summary>Null where it is about the partnership as a whole.</summary>
    public Guid? CommitmentId { get; init; }

    /// <summary>The title of the commitment.</summary>
    public string? CommitmentTitle { get; init; }

    public CommunityResult Result { get; init; }

    public string Indicator { get; init; } = "";

    public string Unit { get; init; } = "";

    /// <summary>The value before; null where it is unknown.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>The last value; null where it is unknown.</summary>
    public decimal? Value { get; init; }

    /// <summary>The day of the value.</summary>
    public DateOnly? AsOf { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

internal static class ResultMeasureProjection
{
    public static IQueryable<ResultMeasureDetails> AsDetails(this IQueryable<ResultMeasure> rows, ITrackerDb db) =>
        rows.Select(m => new ResultMeasureDetails
        {
            Id = m.Id.Value,
            PartnershipId = m.PartnershipId.Value,
            CommitmentId = m.CommitmentId == null ? (Guid?)null : m.CommitmentId.Value.Value,
            CommitmentTitle = db.Commitments.Where(c => c.Id == m.CommitmentId).Select(c => c.Title).FirstOrDefault(),
            Result = m.Result,
            Indicator = m.Indicator,
            Unit = m.Unit,
            Baseline = m.Baseline,
            Value = m.Value,
            AsOf = m.AsOf,
            UpdatedAt = m.UpdatedAt,
            Version = m.Version,
        });
}
