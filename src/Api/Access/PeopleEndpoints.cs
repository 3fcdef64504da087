using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Access;

internal static class PeopleEndpoints
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/people").WithTags("People");
        group.MapPost("/", Invite).WithName("invitePerson").Produces<PersonDetails>(201);
        group.MapGet("/", List).WithName("listPeople");
        group.MapGet("/{id:guid}", Get).WithName("getPerson").Produces<PersonDetails>();
        group.MapPut("/{id:guid}", ChangeRole).WithName("changeRole").Produces<PersonDetails>();
        group.MapPost("/{id:guid}/resend-invitation", ResendInvitation).WithName("resendInvitation").Produces<PersonDetails>();
        group.MapPost("/{id:guid}/reactivate", Reactivate).WithName("reactivatePerson").Produces<PersonDetails>();
        group.MapDelete("/{id:guid}", Deactivate).WithName("deactivatePerson").Produces(204);
    }

    private static async Task<IResult> Invite(PersonBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var id = await mediator.Send(body.ToCommand(), ct);
        var person = await mediator.Send(new GetPerson(id), ct);
        return http.CreatedTagged($"/api/v1/people/{person.Id}", person, person.Version);
    }

    private static Task<Page<PersonDetails>> List([AsParameters] ListPeople query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var person = await mediator.Send(new GetPerson(new UserId(id)), ct);
        return http.Tagged(person, person.Version);
    }

    private static async Task<IResult> ChangeRole(Guid id, RoleBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(body.ToCommand(new UserId(id)), ct);
        return await Get(id, mediator, http, ct);
    }

    private static async Task<IResult> ResendInvitation(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new ResendInvitation(new UserId(id)), ct);
        return await Get(id, mediator, http, ct);
    }

    private static async Task<IResult> Reactivate(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new ReactivatePerson(new UserId(id)), ct);
        return await Get(id, mediator, http, ct);
    }

    private static async Task<IResult> Deactivate(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeactivatePerson(new UserId(id)), ct);
        return Results.NoContent();
    }
}
