using Hangfire;
using Microsoft.AspNetCore.Authorization;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Deferred;

/// <summary>Hangfire's own pages: what runs when, what failed, and "Trigger now". For the secretariat alone.</summary>
internal static class JobDashboard
{
    public const string Path = "/jobs";
    private const string Policy = "Jobs";

    public static AuthorizationBuilder AddJobDashboardPolicy(this AuthorizationBuilder authorization) =>
        authorization.AddPolicy(Policy, policy => policy.RequireAuthenticatedUser().RequireRole(nameof(Role.Secretariat)));

    public static void MapJobDashboard(this WebApplication app) =>
        app.MapHangfireDashboardWithAuthorizationPolicy(
            Policy,
            Path,
            new DashboardOptions
            {
                AppPath = Links.Overview,
                DashboardTitle = "PartnershipTracker",
                DisplayStorageConnectionString = false,
            }
        );
}
