using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <param name="Subject">The finding, in one line.</param>
public sealed record RenderedReport(string Subject, string Html, string Text);
