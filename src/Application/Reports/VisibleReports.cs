using System.Text.Json;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

internal static class VisibleReports
{
    /// <summary>A report speaks of everything, so only those who see everything read it here.</summary>
    public static IQueryable<AccountabilityReport> VisibleTo(this IQueryable<AccountabilityReport> reports, ICurrentUser user) =>
        user.SeesEverything() ? reports : reports.Where(r => false);
}
