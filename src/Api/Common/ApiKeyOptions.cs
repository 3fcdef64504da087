using Microsoft.AspNetCore.Authentication;

namespace PartnershipTracker.Api.Common;

internal sealed class ApiKeyOptions : AuthenticationSchemeOptions;
