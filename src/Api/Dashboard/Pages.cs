using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnershipTracker.Api.Demo;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>The pages people read: rendered on the server, no script. Who may open them: whoever is signed in, and everybody in the demo.</summary>
internal static class Pages
{
    public const string Policy = "Pages";

    public static void MapPages(this WebApplication app)
    {
    }

    /// <summary>A refusal as a page.</summary>
    public static Task WriteProblemAsync(HttpContext http, ProblemDetails problem) => http.Response.WriteAsync(problem.Title!);
}

internal sealed class PageReader : IAuthorizationRequirement;

internal sealed class PageReaderHandler(DemoOptions demo) : AuthorizationHandler<PageReader>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PageReader requirement)
    {
        if (demo.Enabled || context.User.Identity?.IsAuthenticated == true) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
