using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>Who is invited to a dialogue. No answer contains the token of a personal link.</summary>
internal static class ParticipantEndpoints
{
    public static void MapParticipants(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/dialogues/{id:guid}/participants").WithTags("Dialogues");
        group.MapPost("/", Invite).WithName("inviteParticipants").Produces<IReadOnlyList<Guid>>(201);
        group.MapGet("/", List).WithName("listParticipants");
        group.MapGet("/{participantId:guid}", Get).WithName("getParticipant").Produces<ParticipantDetails>();
        group.MapPut("/{participantId:guid}", Change).WithName("changeParticipant").Produces<ParticipantDetails>();
        group.MapPost("/{participantId:guid}/resend", Resend).WithName("resendParticipantLink").Produces<ParticipantDetails>();
        group.MapPost("/{participantId:guid}/spokesperson", NameSpokesperson).WithName("nameSpokesperson").Produces<ParticipantDetails>();
        group.MapDelete("/{participantId:guid}", Remove).WithName("removeParticipant").Produces(204);
    }

    /// <summary>Invites people by mail; the answer holds their ids in the same order.</summary>
    private static async Task<IResult> Invite(Guid id, InvitationBody body, IMediator mediator, CancellationToken ct)
    {
        var invited = await mediator.Send(new InviteParticipants(new DialogueId(id), body.Participants), ct);
        return Results.Created($"/api/v1/dialogues/{id}/participants", invited.Select(p => p.Value));
    }

    private static Task<Page<ParticipantDetails>> List(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        string? q = null,
        string? group = null,
        InvitationAnswer? answer = null,
        Guid? roomId = null,
        Guid? freeIn = null,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListParticipants(new DialogueId(id), q, group, answer, roomId, freeIn, limit, cursor, updatedSince), ct);

    private static async Task<IResult> Get(Guid id, Guid participantId, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var participant = await mediator.Send(new GetParticipant(new DialogueId(id), new ParticipantId(participantId)), ct);
        return http.Tagged(participant, participant.Version);
    }

    private static Task<IResult> Change(
        Guid id,
        Guid participantId,
        ParticipantDraft body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => Do(id, participantId, new ChangeParticipant(new DialogueId(id), new ParticipantId(participantId), body), mediator, http, ct);

    private static Task<IResult> Resend(Guid id, Guid participantId, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, participantId, new ResendParticipantLink(new DialogueId(id), new ParticipantId(participantId)), mediator, http, ct);

    private static Task<IResult> NameSpokesperson(
        Guid id,
        Guid participantId,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => Do(id, participantId, new NameSpokesperson(new DialogueId(id), new ParticipantId(participantId)), mediator, http, ct);

    private static async Task<IResult> Remove(Guid id, Guid participantId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveParticipant(new DialogueId(id), new ParticipantId(participantId)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> Do(
        Guid id,
        Guid participantId,
        IRequest command,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(command, ct);
        return await Get(id, participantId, mediator, http, ct);
    }
}
