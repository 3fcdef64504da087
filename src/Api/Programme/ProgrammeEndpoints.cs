using MediatR;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Programme;

internal static class ProgrammeEndpoints
{
    public static void MapProgramme(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/programme").WithTags("Programme");
        group.MapGet("/", All).WithName("getProgramme");
        group.MapGet("/pillars/{code}", Pillar).WithName("getPillarOverview");
        group.MapGet("/themes/{code}", Theme).WithName("getThemeOverview");
    }

    private static Task<ProgrammeOverview> All(IMediator mediator, CancellationToken ct) => mediator.Send(new GetProgramme(), ct);

    private static Task<TermOverview> Pillar(string code, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetTermOverview(VocabularyKind.Pillar, code), ct);

    private static Task<TermOverview> Theme(string code, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetTermOverview(VocabularyKind.Theme, code), ct);
}
