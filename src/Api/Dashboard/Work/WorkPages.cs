using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Work;

namespace PartnershipTracker.Api.Dashboard.Work;

/// <summary>The page after signing in: what needs the person.</summary>
internal static class WorkPages
{
    public static void MapWorkPages(this RouteGroupBuilder pages) => pages.MapMethods(Links.Work, Pages.Read, Show);

    /// <summary>Whoever neither reports nor decides is led to the overview.</summary>
    private static async Task<IResult> Show(HttpContext http, IMediator mediator, CancellationToken ct) =>
        http.User.May(Right.Contribute) || http.User.May(Right.Review)
            ? Pages.Page<WorkPage>(new { Work = await mediator.Send(new GetWork(), ct) })
            : Results.LocalRedirect(Links.Overview);
}
