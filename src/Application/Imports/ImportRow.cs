using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>One row of the file, as our fields: either all of it, or the one reason why it is refused.</summary>
/// <param name="Successor">The source id of what took its place.</param>
/// <param name="Past">What became of it before; null where the file does not say.</param>
internal sealed record ImportRow(
    int Line, ProposePartnership Partnership, MemberRole MemberRole, RegisterOrganization Organization, string SourceId, CommitmentTerms Commitment,
    ProgressStatement? Progress, IReadOnlyList<RowIssue> Warnings, CommitmentPast? Past = null, string? Successor = null)
{
    public string PartnershipKey { get; } = TextKey.Of(Partnership.Name);

    public (string Partnership, string SourceId) Key => (PartnershipKey, SourceId);
}
