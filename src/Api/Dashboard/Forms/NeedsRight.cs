using Microsoft.AspNetCore.Authorization;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>A page for callers with a right: others get neither the page nor the action, before anything they sent is read.</summary>
internal sealed record NeedsRight(Right Right) : IAuthorizationRequirement;

internal sealed class NeedsRightHandler : AuthorizationHandler<NeedsRight>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsRight requirement)
    {
        if (context.User.May(requirement.Right))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
