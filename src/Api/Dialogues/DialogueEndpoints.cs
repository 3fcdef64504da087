using MediatR;
using PartnershipTracker.Api.Calendars;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>Dialogues and their agenda. Participants, notes and outcomes are in the files beside this one.</summary>
internal static class DialogueEndpoints
{
    public static void MapDialogues(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/dialogues").WithTags("Dialogues");
        group.MapPost("/", Plan).WithName("planDialogue").Produces<DialogueDetails>(201);
        group.MapGet("/", List).WithName("listDialogues");
        group.MapGet("/{id:guid}", Get).WithName("getDialogue").Produces<DialogueDetails>();
        group.MapPut("/{id:guid}", Revise).WithName("reviseDialogue").Produces<DialogueDetails>();
        group.MapPost("/{id:guid}/start", Start).WithName("startDialogue").Produces<DialogueDetails>();
        group.MapPost("/{id:guid}/consolidate", Consolidate).WithName("consolidateDialogue").Produces<DialogueDetails>();
        group.MapPost("/{id:guid}/publish", Publish).WithName("publishDialogue").Produces<DialogueDetails>();
        group.MapPost("/{id:guid}/step-back", StepBack).WithName("stepDialogueBack").Produces<DialogueDetails>();
        group.MapPut("/{id:guid}/take-up-day", SetTakeUpDay).WithName("setTakeUpDay").Produces<DialogueDetails>();
        group.MapGet("/{id:guid}/agenda", GetAgenda).WithName("getAgenda");
        group.MapGet("/{id:guid}/agenda.ics", AgendaFile).WithName("getAgendaFile").Produces<string>(200, DialogueCalendar.ContentType);
        group.MapGet("/{id:guid}/rotation", GetRotation).WithName("getRotation");
        group.MapPost("/{id:guid}/rotate", Rotate).WithName("rotateContributors").Produces<RotationGrid>();
        group.MapPost("/{id:guid}/segments", AddSegment).WithName("addSegment").Produces<SegmentDetails>(201);
        group.MapGet("/{id:guid}/segments/{segmentId:guid}", GetSegment).WithName("getSegment").Produces<SegmentDetails>();
        group.MapPut("/{id:guid}/segments/{segmentId:guid}", ReviseSegment).WithName("reviseSegment").Produces<SegmentDetails>();
        group.MapDelete("/{id:guid}/segments/{segmentId:guid}", RemoveSegment).WithName("removeSegment").Produces(204);
        group.MapPost("/{id:guid}/segments/{segmentId:guid}/rooms", AddRoom).WithName("addRoom").Produces<RoomDetails>(201);
        group.MapGet("/{id:guid}/rooms/{roomId:guid}", GetRoom).WithName("getRoom").Produces<RoomDetails>();
        group.MapPut("/{id:guid}/rooms/{roomId:guid}", ReviseRoom).WithName("reviseRoom").Produces<RoomDetails>();
        group.MapDelete("/{id:guid}/rooms/{roomId:guid}", RemoveRoom).WithName("removeRoom").Produces(204);
        group.MapPost("/{id:guid}/rooms/{roomId:guid}/people", AssignPeople).WithName("assignPeople").Produces<Agenda>();
        group
            .MapDelete("/{id:guid}/rooms/{roomId:guid}/people/{participantId:guid}", UnassignPerson)
            .WithName("unassignPerson")
            .Produces(204);
    }

    private static async Task<IResult> Plan(DialogueBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var dialogue = await mediator.Send(new GetDialogue(await mediator.Send(body.ToCommand(), ct)), ct);
        return http.CreatedTagged($"/api/v1/dialogues/{dialogue.Id}", dialogue, dialogue.Version);
    }

    private static Task<Page<DialogueDetails>> List([AsParameters] ListDialogues query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        return http.Tagged(dialogue, dialogue.Version);
    }

    private static Task<IResult> Revise(Guid id, DialogueDraft body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new ReviseDialogue(new DialogueId(id), body), mediator, http, ct);

    private static Task<IResult> Start(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new StartDialogue(new DialogueId(id)), mediator, http, ct);

    private static Task<IResult> Consolidate(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new ConsolidateDialogue(new DialogueId(id)), mediator, http, ct);

    private static Task<IResult> Publish(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new PublishDialogue(new DialogueId(id)), mediator, http, ct);

    private static Task<IResult> StepBack(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new StepDialogueBack(new DialogueId(id)), mediator, http, ct);

    private static Task<IResult> SetTakeUpDay(Guid id, TakeUpDayBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new SetTakeUpDay(new DialogueId(id), body.TakeUpBy), mediator, http, ct);

    private static Task<Agenda> GetAgenda(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetAgenda(new DialogueId(id)), ct);

    /// <summary>The dialogue as one appointment with its agenda, for a calendar program.</summary>
    public static async Task<IResult> AgendaFile(Guid id, IMediator mediator, PublicUrl url, CancellationToken ct)
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        var agenda = await mediator.Send(new GetAgenda(new DialogueId(id)), ct);
        return DialogueCalendar.ToFile(DialogueAppointment.Of(dialogue, agenda, url), url);
    }

    private static Task<RotationGrid> GetRotation(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetRotation(new DialogueId(id)), ct);

    private static async Task<RotationGrid> Rotate(Guid id, RotationBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RotateContributors(new DialogueId(id), new SegmentId(body.SegmentId)), ct);
        return await mediator.Send(new GetRotation(new DialogueId(id)), ct);
    }

    private static async Task<IResult> AddSegment(Guid id, SegmentDraft body, IMediator mediator, CancellationToken ct)
    {
        var segment = await mediator.Send(new AddSegment(new DialogueId(id), body), ct);
        return Results.Created(
            $"/api/v1/dialogues/{id}/segments/{segment.Value}",
            await mediator.Send(new GetSegment(new DialogueId(id), segment), ct)
        );
    }

    private static async Task<IResult> GetSegment(Guid id, Guid segmentId, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetSegment(new DialogueId(id), new SegmentId(segmentId)), ct));

    private static async Task<IResult> ReviseSegment(
        Guid id,
        Guid segmentId,
        SegmentDraft body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(new ReviseSegment(new DialogueId(id), new SegmentId(segmentId), body), ct);
        return await GetSegment(id, segmentId, mediator, http, ct);
    }

    private static async Task<IResult> RemoveSegment(Guid id, Guid segmentId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveSegment(new DialogueId(id), new SegmentId(segmentId)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> AddRoom(Guid id, Guid segmentId, RoomDraft body, IMediator mediator, CancellationToken ct)
    {
        var room = await mediator.Send(new AddRoom(new DialogueId(id), new SegmentId(segmentId), body), ct);
        return Results.Created(
            $"/api/v1/dialogues/{id}/rooms/{room.Value}",
            await mediator.Send(new GetRoom(new DialogueId(id), room), ct)
        );
    }

    private static async Task<IResult> GetRoom(Guid id, Guid roomId, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetRoom(new DialogueId(id), new RoomId(roomId)), ct));

    private static async Task<IResult> ReviseRoom(
        Guid id,
        Guid roomId,
        RoomDraft body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(new ReviseRoom(new DialogueId(id), new RoomId(roomId), body), ct);
        return await GetRoom(id, roomId, mediator, http, ct);
    }

    private static async Task<IResult> RemoveRoom(Guid id, Guid roomId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveRoom(new DialogueId(id), new RoomId(roomId)), ct);
        return Results.NoContent();
    }

    private static async Task<Agenda> AssignPeople(Guid id, Guid roomId, PeopleBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AssignPeople(new DialogueId(id), new RoomId(roomId), body.Role, body.ParticipantIds), ct);
        return await mediator.Send(new GetAgenda(new DialogueId(id)), ct);
    }

    private static async Task<IResult> UnassignPerson(Guid id, Guid roomId, Guid participantId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new UnassignPerson(new DialogueId(id), new RoomId(roomId), new ParticipantId(participantId)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> Do(Guid id, IRequest command, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(command, ct);
        return await Get(id, mediator, http, ct);
    }
}
