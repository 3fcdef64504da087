using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Partnerships;

internal static class PartnershipEndpoints
{
    public static void MapPartnerships(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/partnerships").WithTags("Partnerships");
        group.MapPost("/", Propose).WithName("proposePartnership").Produces<PartnershipDetails>(201);
        group.MapGet("/", List).WithName("listPartnerships");
        group.MapGet("/{id:guid}", Get).WithName("getPartnership").Produces<PartnershipDetails>();
        group.MapPut("/{id:guid}", Revise).WithName("revisePartnership").Produces<PartnershipDetails>();
        group.MapGet("/{id:guid}/summary", Summary).WithName("getPartnershipSummary");
        group.MapGet("/{id:guid}/open-commitments", ListOpenCommitments).WithName("listOpenCommitments");
        group.MapPost("/{id:guid}/members", AddMember).WithName("addMember").Produces<PartnershipDetails>(201);
        group.MapGet("/{id:guid}/members", ListMembers).WithName("listMembers");
        group.MapGet("/{id:guid}/members/{organizationId:guid}", GetMember).WithName("getMember").Produces<MemberDetails>();
        group.MapPut("/{id:guid}/members/{organizationId:guid}", ChangeRole).WithName("changeMemberRole").Produces<PartnershipDetails>();
        group.MapPost("/{id:guid}/members/{organizationId:guid}/leave", Leave).WithName("leavePartnership").Produces<PartnershipDetails>();
        group.MapPost("/{id:guid}/activate", Activate).WithName("activatePartnership").Produces<PartnershipDetails>();
        group.MapPost("/{id:guid}/complete", Complete).WithName("completePartnership").Produces<PartnershipDetails>();
        group.MapPost("/{id:guid}/dissolve", Dissolve).WithName("dissolvePartnership").Produces<PartnershipDetails>();
        group.MapPost("/{id:guid}/publish", Publish).WithName("publishPartnership").Produces<PartnershipDetails>();
        group.MapPost("/{id:guid}/unpublish", Unpublish).WithName("unpublishPartnership").Produces<PartnershipDetails>();
    }

    private static async Task<IResult> Propose(ProposePartnership body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var partnership = await mediator.Send(new GetPartnership(await mediator.Send(body, ct)), ct);
        return http.CreatedTagged($"/api/v1/partnerships/{partnership.Id}", partnership, partnership.Version);
    }

    private static Task<Page<PartnershipDetails>> List([AsParameters] ListPartnerships query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var partnership = await mediator.Send(new GetPartnership(new PartnershipId(id)), ct);
        return http.Tagged(partnership, partnership.Version);
    }

    private static Task<IResult> Revise(Guid id, ProposePartnership body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new RevisePartnership(new PartnershipId(id), body), mediator, http, ct);

    private static Task<PartnershipSummary> Summary(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetPartnershipSummary(new PartnershipId(id)), ct);

    private static Task<Page<OpenCommitment>> ListOpenCommitments(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        Guid? organizationId = null,
        int? limit = null,
        string? cursor = null
    ) =>
        mediator.Send(
            new ListOpenCommitments(new PartnershipId(id), organizationId is { } member ? new OrganizationId(member) : null, limit, cursor),
            ct
        );

    private static async Task<IResult> AddMember(Guid id, MemberBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new AddMember(new PartnershipId(id), new OrganizationId(body.OrganizationId), body.Role), ct);
        var partnership = await mediator.Send(new GetPartnership(new PartnershipId(id)), ct);
        return http.CreatedTagged($"/api/v1/partnerships/{id}/members", partnership, partnership.Version);
    }

    private static Task<Page<MemberDetails>> ListMembers(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        MemberRole? role = null,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListMembers(new PartnershipId(id), role, limit, cursor, updatedSince), ct);

    private static async Task<IResult> GetMember(
        Guid id,
        Guid organizationId,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => http.Tagged(await mediator.Send(new GetMember(new PartnershipId(id), new OrganizationId(organizationId)), ct));

    private static Task<IResult> ChangeRole(
        Guid id,
        Guid organizationId,
        MemberRoleBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => Do(id, new ChangeMemberRole(new PartnershipId(id), new OrganizationId(organizationId), body.Role), mediator, http, ct);

    private static Task<IResult> Leave(
        Guid id,
        Guid organizationId,
        ReasonBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => Do(id, new LeavePartnership(new PartnershipId(id), new OrganizationId(organizationId), body.Reason), mediator, http, ct);

    private static Task<IResult> Activate(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new ActivatePartnership(new PartnershipId(id)), mediator, http, ct);

    private static Task<IResult> Complete(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new CompletePartnership(new PartnershipId(id)), mediator, http, ct);

    private static Task<IResult> Dissolve(Guid id, ReasonBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new DissolvePartnership(new PartnershipId(id), body.Reason), mediator, http, ct);

    private static Task<IResult> Publish(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new PublishPartnership(new PartnershipId(id), IsPublished: true), mediator, http, ct);

    private static Task<IResult> Unpublish(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new PublishPartnership(new PartnershipId(id), IsPublished: false), mediator, http, ct);

    private static async Task<IResult> Do(Guid id, IRequest command, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(command, ct);
        return await Get(id, mediator, http, ct);
    }
}
