using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Exports;

/// <summary>A row of a commitment.</summary>
internal sealed record ExportRow<T>(T Row, Subject Subject);
