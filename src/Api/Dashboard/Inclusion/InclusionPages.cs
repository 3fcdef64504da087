using MediatR;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Inclusion;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.Inclusion;

/// <summary>
/// Who takes part and who decides, and who is missing: in one partnership or dialogue, and in everything that the reader may see.
/// </summary>
internal static class InclusionPages
{
    public static void MapInclusionPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods(Links.Inclusion, Pages.Read, Whole);
        pages.MapMethods("/partnerships/{id:guid}/inclusion", Pages.Read, OfPartnership);
        pages.MapMethods("/dialogues/{id:guid}/inclusion", Pages.Read, OfDialogue);
    }

    private static async Task<IResult> Whole(IMediator mediator, CancellationToken ct) =>
        Pages.Page<InclusionPage>(new { Inclusion = await mediator.Send(new GetInclusion(), ct) });

    private static async Task<IResult> OfPartnership(Guid id, IMediator mediator, CancellationToken ct)
    {
        var partnership = new PartnershipId(id);
        return Pages.Page<InclusionPage>(
            new
            {
                Partnership = await mediator.Send(new GetPartnership(partnership), ct),
                Inclusion = await mediator.Send(new GetInclusion(partnership), ct),
            }
        );
    }

    private static async Task<IResult> OfDialogue(Guid id, IMediator mediator, CancellationToken ct)
    {
        var dialogue = new DialogueId(id);
        return Pages.Page<DialogueInclusionPage>(
            new
            {
                Dialogue = await mediator.Send(new GetDialogue(dialogue), ct),
                Inclusion = await mediator.Send(new GetDialogueInclusion(dialogue), ct),
            }
        );
    }
}
