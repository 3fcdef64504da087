using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>What a dialogue agreed on, how far each stakeholder group agrees, and the commitments that come of it.</summary>
internal static class OutcomeEndpoints
{
    public static void MapOutcomes(this RouteGroupBuilder api)
    {
        var dialogue = api.MapGroup("/dialogues/{id:guid}").WithTags("Dialogues");
        dialogue.MapGet("/agreements", ListAgreements).WithName("listAgreements");
        var group = dialogue.MapGroup("/outcomes");
        group.MapPost("/", Record).WithName("recordOutcome").Produces<OutcomeDetails>(201);
        group.MapGet("/", List).WithName("listOutcomes");
        group.MapGet("/{outcomeId:guid}", Get).WithName("getOutcome").Produces<OutcomeDetails>();
        group.MapPut("/{outcomeId:guid}", Revise).WithName("reviseOutcome").Produces<OutcomeDetails>();
        group.MapDelete("/{outcomeId:guid}", Remove).WithName("removeOutcome").Produces(204);
        group.MapPut("/{outcomeId:guid}/agreements/{group}", State).WithName("stateAgreement").Produces<OutcomeDetails>();
        group
            .MapPost("/{outcomeId:guid}/commitment", DraftCommitment)
            .WithName("draftCommitmentOfOutcome")
            .Produces<CommitmentDetails>(201);
        group
            .MapPost("/{outcomeId:guid}/steps/{stepId:guid}/commitment", DraftCommitmentOfStep)
            .WithName("draftCommitmentOfStep")
            .Produces<CommitmentDetails>(201);
    }

    private static Task<Page<StatedAgreement>> ListAgreements(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListAgreements(new DialogueId(id), limit, cursor, updatedSince), ct);

    private static async Task<IResult> Record(Guid id, OutcomeDraft body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var recorded = await mediator.Send(new RecordOutcome(new DialogueId(id), body), ct);
        var outcome = await mediator.Send(new GetOutcome(new DialogueId(id), recorded), ct);
        return http.CreatedTagged($"/api/v1/dialogues/{id}/outcomes/{outcome.Id}", outcome, outcome.Version);
    }

    private static Task<Page<OutcomeDetails>> List(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        OutcomeKind? kind = null,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListOutcomes(new DialogueId(id), kind, limit, cursor, updatedSince), ct);

    private static async Task<IResult> Get(Guid id, Guid outcomeId, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var outcome = await mediator.Send(new GetOutcome(new DialogueId(id), new OutcomeId(outcomeId)), ct);
        return http.Tagged(outcome, outcome.Version);
    }

    private static async Task<IResult> Revise(
        Guid id,
        Guid outcomeId,
        OutcomeDraft body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(new ReviseOutcome(new DialogueId(id), new OutcomeId(outcomeId), body), ct);
        return await Get(id, outcomeId, mediator, http, ct);
    }

    private static async Task<IResult> Remove(Guid id, Guid outcomeId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveOutcome(new DialogueId(id), new OutcomeId(outcomeId)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> State(
        Guid id,
        Guid outcomeId,
        string group,
        AgreementBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(new StateAgreement(new DialogueId(id), new OutcomeId(outcomeId), group, body.Level, body.Reason), ct);
        return await Get(id, outcomeId, mediator, http, ct);
    }

    private static Task<IResult> DraftCommitment(
        Guid id,
        Guid outcomeId,
        OutcomeCommitmentBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => DraftAsync(id, outcomeId, null, body, mediator, http, ct);

    private static Task<IResult> DraftCommitmentOfStep(
        Guid id,
        Guid outcomeId,
        Guid stepId,
        OutcomeCommitmentBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => DraftAsync(id, outcomeId, new OutcomeStepId(stepId), body, mediator, http, ct);

    private static async Task<IResult> DraftAsync(
        Guid id,
        Guid outcomeId,
        OutcomeStepId? step,
        OutcomeCommitmentBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        var drafted = await mediator.Send(
            new DraftCommitmentOfOutcome(
                new DialogueId(id),
                new OutcomeId(outcomeId),
                new OrganizationId(body.OrganizationId),
                step,
                body.Title,
                body.DueDate
            ),
            ct
        );
        var commitment = await mediator.Send(new GetCommitment(drafted), ct);
        return http.CreatedTagged($"/api/v1/commitments/{commitment.Id}", commitment, commitment.Version);
    }
}
