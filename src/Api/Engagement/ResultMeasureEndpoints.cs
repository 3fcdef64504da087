using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Engagement;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Engagement;

/// <summary>How the results of community engagement are measured, in partnerships and commitments.</summary>
internal static class ResultMeasureEndpoints
{
    public static void MapResultMeasures(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Community engagement");
        group
            .MapPost("/partnerships/{id:guid}/result-measures", RecordOfPartnership)
            .WithName("recordResultMeasureOfPartnership")
            .Produces<ResultMeasureDetails>(201);
        group.MapGet("/partnerships/{id:guid}/result-measures", ListOfPartnership).WithName("listResultMeasuresOfPartnership");
        group
            .MapPost("/commitments/{id:guid}/result-measures", RecordOfCommitment)
            .WithName("recordResultMeasureOfCommitment")
            .Produces<ResultMeasureDetails>(201);
        group.MapGet("/commitments/{id:guid}/result-measures", ListOfCommitment).WithName("listResultMeasuresOfCommitment");
        group.MapGet("/result-measures/{id:guid}", Get).WithName("getResultMeasure").Produces<ResultMeasureDetails>();
        group.MapPut("/result-measures/{id:guid}", Revise).WithName("reviseResultMeasure").Produces<ResultMeasureDetails>();
        group.MapDelete("/result-measures/{id:guid}", Remove).WithName("removeResultMeasure").Produces(204);
    }

    private static Task<IResult> RecordOfPartnership(
        Guid id,
        ResultMeasureDraft body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => RecordAsync(new RecordResultMeasure(new PartnershipId(id), null, body), mediator, http, ct);

    private static Task<IResult> RecordOfCommitment(
        Guid id,
        ResultMeasureDraft body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => RecordAsync(new RecordResultMeasure(null, new CommitmentId(id), body), mediator, http, ct);

    private static async Task<IResult> RecordAsync(RecordResultMeasure command, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var details = await mediator.Send(new GetResultMeasure(await mediator.Send(command, ct)), ct);
        return http.CreatedTagged($"/api/v1/result-measures/{details.Id}", details, details.Version);
    }

    /// <summary>With those of its commitments.</summary>
    private static Task<Page<ResultMeasureDetails>> ListOfPartnership(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListResultMeasures(new PartnershipId(id), null, limit, cursor, updatedSince), ct);

    private static Task<Page<ResultMeasureDetails>> ListOfCommitment(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListResultMeasures(null, new CommitmentId(id), limit, cursor, updatedSince), ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var details = await mediator.Send(new GetResultMeasure(new ResultMeasureId(id)), ct);
        return http.Tagged(details, details.Version);
    }

    private static async Task<IResult> Revise(Guid id, ResultMeasureDraft body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new ReviseResultMeasure(new ResultMeasureId(id), body), ct);
        return await Get(id, mediator, http, ct);
    }

    private static async Task<IResult> Remove(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveResultMeasure(new ResultMeasureId(id)), ct);
        return Results.NoContent();
    }
}
