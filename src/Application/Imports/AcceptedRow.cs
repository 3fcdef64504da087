using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Imports;

/// <summary>What the rules leave of a row: titles are cut, late milestones are left out, an incomplete row is a draft.</summary>
internal sealed record AcceptedRow(CommitmentTerms Terms, CommitmentPast? Past, ProgressStatement? Progress);
