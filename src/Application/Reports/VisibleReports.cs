using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

internal static class VisibleReports
{
    /// <summary>An accountability report covers all commitments, so only callers who may see everything can read it.</summary>
    public static IQueryable<AccountabilityReport> VisibleTo(this IQueryable<AccountabilityReport> reports, ICurrentUser user) =>
        user.SeesEverything() ? reports : reports.Where(r => false);
}
