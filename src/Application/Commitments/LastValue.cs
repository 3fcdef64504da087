using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The last value that was reported and not returned.</summary>
/// <param name="Value">In the unit of the measure.</param>
/// <param name="AsOf">The day that the value is about.</param>
/// <param name="OrganizationName">Who reported it: the accountable organization or a supporting one.</param>
/// <param name="Status">Whether it was reviewed.</param>
public sealed record LastValue(decimal Value, DateOnly AsOf, Guid OrganizationId, string OrganizationName, ProgressReportStatus Status);

internal static class LastValues
{
    /// <summary>The report with the last value, if there is one. Reports without a value do not hide an earlier value.</summary>
    public static IQueryable<ProgressReport> WithLastValueOf(this IQueryable<ProgressReport> reports, CommitmentId id) =>
        reports
            .Where(r => r.CommitmentId == id && r.Value != null && r.Status != ProgressReportStatus.Returned)
            .OrderByDescending(r => r.AsOf)
            .ThenByDescending(r => r.Seq)
            .Take(1);
}
