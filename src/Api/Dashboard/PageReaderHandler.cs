using Microsoft.AspNetCore.Authorization;
using PartnershipTracker.Api.Demo;

namespace PartnershipTracker.Api.Dashboard;

internal sealed class PageReaderHandler(DemoOptions demo) : AuthorizationHandler<PageReader>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PageReader requirement)
    {
        if (demo.Enabled || context.User.Identity?.IsAuthenticated == true)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
