using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>One valid row of the file, as fields of the product.</summary>
/// <param name="Successor">The source id of the commitment that superseded this one.</param>
/// <param name="Past">What happened to the commitment before the import; null if the file does not contain it.</param>
internal sealed record ImportRow(
    int Line, ProposePartnership Partnership, MemberRole MemberRole, RegisterOrganization Organization, string SourceId, CommitmentTerms Commitment,
    ProgressStatement? Progress, IReadOnlyList<RowIssue> Warnings, CommitmentPast? Past = null, string? Successor = null)
{
    public string PartnershipKey { get; } = TextKey.Of(Partnership.Name);

    public (string Partnership, string SourceId) Key => (PartnershipKey, SourceId);
}
