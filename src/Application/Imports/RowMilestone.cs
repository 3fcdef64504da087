using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Imports;

/// <param name="Field">Where it stands in the row, for refusals and warnings.</param>
internal sealed record RowMilestone(string Field, MilestoneDraft Draft, MilestonePast Past);
