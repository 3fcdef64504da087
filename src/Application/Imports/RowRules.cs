using System.Globalization;
using System.Text.Json;
using FluentValidation;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>What a well-formed row is.</summary>
internal sealed record RowRules(IValidator<ProposePartnership> Partnerships, IValidator<RegisterOrganization> Organizations, IValidator<CommitmentDraft> Commitments)
{
    public IValidator<ReportProgress> Reports { get; } = new ReportProgressValidator();
}
