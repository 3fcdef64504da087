using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.HealthChecks;

/// <summary>Rounds of the health check and their results. It is answered with a link only; no answer contains its token.</summary>
internal static class HealthCheckEndpoints
{
    public static void MapHealthChecks(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/partnerships/{id:guid}/health-checks").WithTags("Health checks");
        group.MapPost("/", Open).WithName("openHealthCheckRound").Produces<HealthCheckRoundDetails>(201);
        group.MapGet("/", List).WithName("listHealthCheckRounds");
        group.MapGet("/trend", Trend).WithName("getHealthTrend");
        group.MapGet("/plan", GetPlan).WithName("getHealthCheckPlan");
        group.MapPut("/plan", Plan).WithName("planHealthChecks");
        group.MapGet("/{roundId:guid}", Get).WithName("getHealthCheckRound").Produces<HealthCheckRoundDetails>();
        group.MapGet("/{roundId:guid}/results", Results).WithName("getHealthCheckResults");
        group.MapGet("/{roundId:guid}/invitations", Invitations).WithName("listHealthCheckInvitations");
        group.MapGet("/{roundId:guid}/not-asked", NotAsked).WithName("listMembersNotAsked");
        group.MapPost("/{roundId:guid}/cancel", Cancel).WithName("cancelHealthCheckRound").Produces<HealthCheckRoundDetails>();
    }

    private static async Task<IResult> Open(Guid id, HealthCheckBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var round = await mediator.Send(new OpenHealthCheckRound(new PartnershipId(id), body.Period, body.OpensOn, body.ClosesOn), ct);
        var details = await mediator.Send(new GetHealthCheckRound(new PartnershipId(id), round), ct);
        return http.CreatedTagged($"/api/v1/partnerships/{id}/health-checks/{details.Id}", details, details.Version);
    }

    private static Task<Page<HealthCheckRoundDetails>> List(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListHealthCheckRounds(new PartnershipId(id), limit, cursor, updatedSince), ct);

    /// <summary>The results of the last eight closed rounds, the oldest first, without sectors.</summary>
    private static async Task<Page<HealthCheckResults>> Trend(Guid id, IMediator mediator, CancellationToken ct)
    {
        var results = await mediator.Send(new GetHealthTrend(new PartnershipId(id)), ct);
        return new Page<HealthCheckResults>(results, null, results.Count);
    }

    /// <summary>When health checks open by themselves.</summary>
    private static Task<HealthCheckPlan> GetPlan(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetHealthCheckPlan(new PartnershipId(id)), ct);

    /// <summary>
    /// Has a health check open by itself every so many months, for 21 days, or no more. A round that somebody opens takes the place of the
    /// next one.
    /// </summary>
    private static async Task<HealthCheckPlan> Plan(Guid id, HealthCheckPlanBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new PlanHealthChecks(new PartnershipId(id), body.Months, body.OpensOn), ct);
        return await GetPlan(id, mediator, ct);
    }

    private static async Task<IResult> Get(Guid id, Guid roundId, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var round = await mediator.Send(new GetHealthCheckRound(new PartnershipId(id), new HealthCheckRoundId(roundId)), ct);
        return http.Tagged(round, round.Version);
    }

    /// <summary>Empty until the round has closed. What would show fewer than three respondents is null.</summary>
    private static Task<HealthCheckResults> Results(Guid id, Guid roundId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetHealthCheckResults(new PartnershipId(id), new HealthCheckRoundId(roundId)), ct);

    /// <summary>Who was sent a link. Nobody is shown who of them answered.</summary>
    private static Task<Page<InvitedRespondent>> Invitations(
        Guid id,
        Guid roundId,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null
    ) => mediator.Send(new ListHealthCheckInvitations(new PartnershipId(id), new HealthCheckRoundId(roundId), limit, cursor), ct);

    /// <summary>The members that the round does not ask, because they have no contact.</summary>
    private static Task<Page<MemberNotAsked>> NotAsked(
        Guid id,
        Guid roundId,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null
    ) => mediator.Send(new ListMembersNotAsked(new PartnershipId(id), new HealthCheckRoundId(roundId), limit, cursor), ct);

    private static async Task<IResult> Cancel(
        Guid id,
        Guid roundId,
        ReasonBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(new CancelHealthCheckRound(new PartnershipId(id), new HealthCheckRoundId(roundId), body.Reason), ct);
        return await Get(id, roundId, mediator, http, ct);
    }
}
