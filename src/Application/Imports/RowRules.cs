using FluentValidation;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>The validators for the parts of a row.</summary>
internal sealed record RowRules(IValidator<ProposePartnership> Partnerships, IValidator<RegisterOrganization> Organizations, IValidator<CommitmentDraft> Commitments)
{
    public IValidator<ReportProgress> Reports { get; } = new ReportProgressValidator();
}
