using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Programme;

internal static class ProgrammeEndpoints
{
    public static void MapProgramme(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/programme").WithTags("Programme");
        group.MapGet("/", All).WithName("getProgramme");
        group.MapGet("/pillars/{code}", Pillar).WithName("getPillarOverview").Produces<TermOverview>();
        group.MapGet("/themes/{code}", Theme).WithName("getThemeOverview").Produces<TermOverview>();
    }

    /// <summary>All pillars and themes with the numbers of their commitments.</summary>
    private static Task<ProgrammeOverview> All(IMediator mediator, CancellationToken ct) => mediator.Send(new GetProgramme(), ct);

    /// <summary>
    /// A pillar: its commitments in numbers, by organization and by country, its partnerships, initiatives and dialogues, and how the board
    /// answers what members propose.
    /// </summary>
    /// <param name="code">The code of the pillar, e.g. <c>advocacy</c>.</param>
    private static async Task<IResult> Pillar(string code, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetTermOverview(VocabularyKind.Pillar, code), ct));

    /// <summary>
    /// A theme: its commitments in numbers, by organization and by country, its partnerships, initiatives and dialogues.
    /// </summary>
    /// <param name="code">The code of the theme, e.g. <c>nonCommunicableDiseases</c>.</param>
    private static async Task<IResult> Theme(string code, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetTermOverview(VocabularyKind.Theme, code), ct));
}
