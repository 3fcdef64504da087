using Microsoft.AspNetCore.Authorization;

namespace PartnershipTracker.Api.Dashboard;

internal sealed class PageReader : IAuthorizationRequirement;
