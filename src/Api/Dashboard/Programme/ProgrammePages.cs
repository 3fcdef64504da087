using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Dashboard.Programme;

/// <summary>The pages of pillars, themes and templates.</summary>
internal static class ProgrammePages
{
    public static void MapProgrammePages(this RouteGroupBuilder pages)
    {
        pages.MapMethods(Links.Programme, Pages.Read, All);
        pages.MapMethods("/pillars/{code}", Pages.Read, Pillar);
        pages.MapMethods("/themes/{code}", Pages.Read, Theme);
        pages.MapMethods(Links.Templates, Pages.Read, Templates);
    }

    private static async Task<IResult> All(IMediator mediator, CancellationToken ct) =>
        Pages.Page<ProgrammePage>(new { Programme = await mediator.Send(new GetProgramme(), ct) });

    private static Task<IResult> Pillar(string code, IMediator mediator, CancellationToken ct) =>
        ShowAsync(VocabularyKind.Pillar, code, mediator, ct);

    private static Task<IResult> Theme(string code, IMediator mediator, CancellationToken ct) =>
        ShowAsync(VocabularyKind.Theme, code, mediator, ct);

    /// <summary>What is chosen already for a draft goes on with the template.</summary>
    private static async Task<RazorComponentResult<TemplatesPage>> Templates(
        IVocabulary vocabulary,
        CancellationToken ct,
        Guid? partnershipId = null,
        Guid? organizationId = null,
        string? next = null
    )
    {
        await vocabulary.RefreshAsync(ct);
        return Pages.Page<TemplatesPage>(
            new
            {
                Templates = CommitmentTemplates.Offered(vocabulary).ToList(),
                PartnershipId = partnershipId,
                OrganizationId = organizationId,
                Next = LocalPath.OrNull(next),
            }
        );
    }

    private static async Task<IResult> ShowAsync(VocabularyKind kind, string code, IMediator mediator, CancellationToken ct) =>
        Pages.Page<TermPage>(new { Term = await mediator.Send(new GetTermOverview(kind, code), ct) });
}
