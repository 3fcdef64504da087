using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Engagement;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Engagement;

/// <summary>The part that communities take in partnerships and commitments.</summary>
internal static class EngagementEndpoints
{
    public static void MapEngagement(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Community engagement");
        group
            .MapPost("/partnerships/{id:guid}/engagements", RecordOfPartnership)
            .WithName("recordEngagementOfPartnership")
            .Produces<EngagementDetails>(201);
        group.MapGet("/partnerships/{id:guid}/engagements", ListOfPartnership).WithName("listEngagementsOfPartnership");
        group
            .MapPost("/commitments/{id:guid}/engagements", RecordOfCommitment)
            .WithName("recordEngagementOfCommitment")
            .Produces<EngagementDetails>(201);
        group.MapGet("/commitments/{id:guid}/engagements", ListOfCommitment).WithName("listEngagementsOfCommitment");
        group.MapGet("/engagements/{id:guid}", Get).WithName("getEngagement").Produces<EngagementDetails>();
        group.MapPut("/engagements/{id:guid}", Revise).WithName("reviseEngagement").Produces<EngagementDetails>();
        group.MapDelete("/engagements/{id:guid}", Remove).WithName("removeEngagement").Produces(204);
    }

    private static Task<IResult> RecordOfPartnership(
        Guid id,
        EngagementDraft body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => RecordAsync(new RecordEngagement(new PartnershipId(id), null, body), mediator, http, ct);

    private static Task<IResult> RecordOfCommitment(
        Guid id,
        EngagementDraft body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => RecordAsync(new RecordEngagement(null, new CommitmentId(id), body), mediator, http, ct);

    private static async Task<IResult> RecordAsync(RecordEngagement command, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var details = await mediator.Send(new GetEngagement(await mediator.Send(command, ct)), ct);
        return http.CreatedTagged($"/api/v1/engagements/{details.Id}", details, details.Version);
    }

    /// <summary>With those of its commitments.</summary>
    private static Task<Page<EngagementDetails>> ListOfPartnership(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListEngagements(new PartnershipId(id), null, limit, cursor, updatedSince), ct);

    private static Task<Page<EngagementDetails>> ListOfCommitment(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListEngagements(null, new CommitmentId(id), limit, cursor, updatedSince), ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var details = await mediator.Send(new GetEngagement(new CommunityEngagementId(id)), ct);
        return http.Tagged(details, details.Version);
    }

    private static async Task<IResult> Revise(Guid id, EngagementDraft body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new ReviseEngagement(new CommunityEngagementId(id), body), ct);
        return await Get(id, mediator, http, ct);
    }

    private static async Task<IResult> Remove(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveEngagement(new CommunityEngagementId(id)), ct);
        return Results.NoContent();
    }
}
