using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Initiatives;

internal static class InitiativeEndpoints
{
    public static void MapInitiatives(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/initiatives").WithTags("Initiatives");
        group.MapPost("/", Propose).WithName("proposeInitiative").Produces<InitiativeDetails>(201);
        group.MapGet("/", List).WithName("listInitiatives");
        group.MapGet("/sounding-board", SoundingBoard).WithName("getSoundingBoard");
        group.MapGet("/{id:guid}", Get).WithName("getInitiative").Produces<InitiativeDetails>();
        group.MapPut("/{id:guid}", Revise).WithName("reviseInitiative").Produces<InitiativeDetails>();
        group.MapGet("/{id:guid}/history", History).WithName("getInitiativeHistory");
        group.MapPost("/{id:guid}/withdraw", Withdraw).WithName("withdrawInitiative").Produces<InitiativeDetails>();
        group.MapPost("/{id:guid}/accept", Accept).WithName("acceptInitiative").Produces<InitiativeDetails>();
        group.MapPost("/{id:guid}/decline", Decline).WithName("declineInitiative").Produces<InitiativeDetails>();
        group.MapPost("/{id:guid}/decision-preview", Preview).WithName("previewInitiativeDecision");
        group.MapPost("/{id:guid}/supports", Support).WithName("supportInitiative").Produces<InitiativeDetails>(201);
        group.MapGet("/{id:guid}/supports", ListSupports).WithName("listInitiativeSupports");
        group.MapDelete("/{id:guid}/supports/{supportId:guid}", WithdrawSupport).WithName("withdrawInitiativeSupport").Produces(204);
        group.MapPost("/{id:guid}/comments", Comment).WithName("commentOnInitiative").Produces<InitiativeDetails>(201);
        group.MapGet("/{id:guid}/comments", ListComments).WithName("listInitiativeComments");
        group.MapPost("/{id:guid}/concerns", RaiseConcern).WithName("raiseConcern").Produces<InitiativeDetails>(201);
        group.MapGet("/{id:guid}/concerns", ListConcerns).WithName("listInitiativeConcerns");
        group.MapPost("/{id:guid}/concerns/{concernId:guid}/answer", AnswerConcern).WithName("answerConcern").Produces<InitiativeDetails>();
        group
            .MapPost("/{id:guid}/concerns/{concernId:guid}/resolve", ResolveConcern)
            .WithName("resolveConcern")
            .Produces<InitiativeDetails>();
        group.MapPost("/{id:guid}/partnership", MakePartnership).WithName("makePartnership").Produces<PartnershipDetails>(201);
        group.MapPost("/{id:guid}/commitment", MakeCommitment).WithName("makeCommitment").Produces<CommitmentDetails>(201);
    }

    private static async Task<IResult> Propose(InitiativeDraft body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var id = await mediator.Send(new ProposeInitiative(body), ct);
        var initiative = await mediator.Send(new GetInitiative(id), ct);
        return http.CreatedTagged($"/api/v1/initiatives/{id.Value}", initiative, initiative.Version);
    }

    private static Task<Page<InitiativeDetails>> List([AsParameters] ListInitiatives query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static Task<SoundingBoard> SoundingBoard([AsParameters] GetSoundingBoard query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var initiative = await mediator.Send(new GetInitiative(new InitiativeId(id)), ct);
        return http.Tagged(initiative, initiative.Version);
    }

    private static Task<IResult> Revise(Guid id, InitiativeDraft body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new ReviseInitiative(new InitiativeId(id), body), mediator, http, ct);

    private static Task<Page<HistoryItem>> History(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new GetInitiativeHistory(new InitiativeId(id), limit, cursor, updatedSince), ct);

    private static Task<IResult> Withdraw(Guid id, ReasonBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new WithdrawInitiative(new InitiativeId(id), body.Reason), mediator, http, ct);

    private static Task<IResult> Accept(Guid id, ReasonBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new AcceptInitiative(new InitiativeId(id), body.Reason), mediator, http, ct);

    private static Task<IResult> Decline(Guid id, ReasonBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new DeclineInitiative(new InitiativeId(id), body.Reason), mediator, http, ct);

    private static Task<DecisionPreview> Preview(Guid id, InitiativeDecisionBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new PreviewInitiativeDecision(new InitiativeId(id), body.Accepts, body.Reason), ct);

    private static async Task<IResult> Support(Guid id, SupportBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new SupportInitiative(new InitiativeId(id), body.Brings), ct);
        return await CreatedIn(id, "supports", mediator, http, ct);
    }

    private static Task<Page<SupportDetails>> ListSupports(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListSupports(new InitiativeId(id), limit, cursor, updatedSince), ct);

    private static async Task<IResult> WithdrawSupport(Guid id, Guid supportId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawSupport(new InitiativeId(id), new InitiativeSupportId(supportId)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> Comment(Guid id, TextBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new CommentOnInitiative(new InitiativeId(id), body.Text), ct);
        return await CreatedIn(id, "comments", mediator, http, ct);
    }

    private static Task<Page<CommentDetails>> ListComments(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListComments(new InitiativeId(id), limit, cursor, updatedSince), ct);

    private static async Task<IResult> RaiseConcern(Guid id, TextBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new RaiseConcern(new InitiativeId(id), body.Text), ct);
        return await CreatedIn(id, "concerns", mediator, http, ct);
    }

    private static Task<Page<ConcernDetails>> ListConcerns(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListConcerns(new InitiativeId(id), limit, cursor, updatedSince), ct);

    private static Task<IResult> AnswerConcern(
        Guid id,
        Guid concernId,
        AnswerBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => Do(id, new AnswerConcern(new InitiativeId(id), new InitiativeConcernId(concernId), body.Answer), mediator, http, ct);

    private static Task<IResult> ResolveConcern(Guid id, Guid concernId, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new ResolveConcern(new InitiativeId(id), new InitiativeConcernId(concernId)), mediator, http, ct);

    private static async Task<IResult> MakePartnership(
        Guid id,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct,
        MakePartnershipBody? body = null
    )
    {
        var command = new MakePartnership(
            new InitiativeId(id),
            body?.Name,
            body?.StartDate,
            body?.Summary,
            body?.OrganizationId is { } organization ? new OrganizationId(organization) : null
        );
        var made = await mediator.Send(command, ct);
        var partnership = await mediator.Send(new GetPartnership(made), ct);
        return http.CreatedTagged($"/api/v1/partnerships/{made.Value}", partnership, partnership.Version);
    }

    private static async Task<IResult> MakeCommitment(
        Guid id,
        MakeCommitmentBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        var command = new MakeCommitment(
            new InitiativeId(id),
            new PartnershipId(body.PartnershipId),
            body.OrganizationId is { } organization ? new OrganizationId(organization) : null,
            body.Title,
            body.DueDate
        );
        var made = await mediator.Send(command, ct);
        var commitment = await mediator.Send(new GetCommitment(made), ct);
        return http.CreatedTagged($"/api/v1/commitments/{made.Value}", commitment, commitment.Version);
    }

    private static async Task<IResult> CreatedIn(Guid id, string list, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var initiative = await mediator.Send(new GetInitiative(new InitiativeId(id)), ct);
        return http.CreatedTagged($"/api/v1/initiatives/{id}/{list}", initiative, initiative.Version);
    }

    private static async Task<IResult> Do(Guid id, IRequest command, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(command, ct);
        return await Get(id, mediator, http, ct);
    }
}
