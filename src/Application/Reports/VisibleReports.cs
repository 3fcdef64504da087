using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

internal static class VisibleReports
{
    /// <summary>A report speaks of everything, so only those who see everything read it here.</summary>
    public static IQueryable<AccountabilityReport> VisibleTo(this IQueryable<AccountabilityReport> reports, ICurrentUser user) =>
        user.SeesEverything() ? reports : reports.Where(r => false);
}
