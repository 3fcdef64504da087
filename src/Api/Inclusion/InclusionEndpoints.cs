using MediatR;
using PartnershipTracker.Application.Inclusion;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Inclusion;

internal static class InclusionEndpoints
{
    public static void MapInclusion(this RouteGroupBuilder api)
    {
        api.MapGet("/inclusion", Whole).WithTags("Inclusion").WithName("getInclusion");
        api.MapGet("/partnerships/{id:guid}/inclusion", OfPartnership).WithTags("Inclusion").WithName("getInclusionOfPartnership");
        api.MapGet("/dialogues/{id:guid}/inclusion", OfDialogue).WithTags("Inclusion").WithName("getInclusionOfDialogue");
    }

    /// <summary>Of everything that the caller may see.</summary>
    private static Task<InclusionSummary> Whole(IMediator mediator, CancellationToken ct) => mediator.Send(new GetInclusion(), ct);

    private static Task<InclusionSummary> OfPartnership(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetInclusion(new PartnershipId(id)), ct);

    /// <summary>The participants of a dialogue by stakeholder group.</summary>
    private static Task<DialogueInclusion> OfDialogue(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetDialogueInclusion(new DialogueId(id)), ct);
}
