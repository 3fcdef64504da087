using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Work;

namespace PartnershipTracker.Api.Dashboard.Work;

/// <summary>The page after signing in: what needs the person.</summary>
internal static class WorkPages
{
    public static void MapWorkPages(this RouteGroupBuilder pages) => pages.MapMethods(Links.Work, Pages.Read, Show);

    /// <summary>
    /// Whoever neither reports nor decides is led to the overview, and so are a member of the board for whom nothing waits, and the
    /// secretariat of a new installation: it shows the first steps.
    /// </summary>
    private static async Task<IResult> Show(HttpContext http, IMediator mediator, CancellationToken ct)
    {
        if (!http.User.May(Right.Contribute) && !http.User.May(Right.Review) && !http.User.May(Right.DecideInitiatives))
            return Results.LocalRedirect(Links.Overview);
        var work = await mediator.Send(new GetWork(), ct);
        if (WorkPage.TotalOf(work) == 0 && http.User.May(Right.DecideInitiatives))
            return Results.LocalRedirect(Links.Overview);
        return WorkPage.TotalOf(work) == 0 && http.User.May(Right.Administer) && !(await mediator.Send(new GetFirstSteps(), ct)).AreOver
            ? Results.LocalRedirect(Links.Overview)
            : Pages.Page<WorkPage>(new { Work = work });
    }
}
