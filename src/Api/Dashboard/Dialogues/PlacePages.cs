using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Dialogues;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>Who is in which room.</summary>
internal static class PlacePages
{
    private const int Shown = 50;

    public static void MapPlacePages(this RouteGroupBuilder pages)
    {
        pages.MapForm<AssignPeople>("/dialogues/{id:guid}/rooms/{roomId:guid}/people", Choose, Assign);
        pages.MapForm<UnassignPerson>("/dialogues/{id:guid}/rooms/{roomId:guid}/people/{participantId:guid}/remove", Ask, Unassign);
    }

    private static Task<IResult> Choose(Guid id, Guid roomId, IMediator mediator, ICurrentUser user, CancellationToken ct, string? q = null)
    {
        var form = new Form();
        form.Set("q", q ?? "");
        return ShowAsync(id, roomId, form, mediator, user, ct);
    }

    private static Task<IResult> Assign(Guid id, Guid roomId, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<PeopleBody>(
            async body =>
            {
                await mediator.Send(new AssignPeople(new DialogueId(id), new RoomId(roomId), body.Role, body.ParticipantIds), ct);
                return new Sent(AgendaPages.PlanOf(id), "notice.room.assigned");
            },
            form => ShowAsync(id, roomId, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowAsync(
        Guid id,
        Guid roomId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        var dialogue = await mediator.GetOrganizedAsync(user, id, ct);
        var room = await mediator.Send(new GetRoom(new DialogueId(id), new RoomId(roomId)), ct);
        return Pages.Page<PeopleFormPage>(
            new
            {
                Form = form,
                Dialogue = dialogue,
                Room = room,
                Free = await mediator.Send(new ListParticipants(new DialogueId(id), form["q"], FreeIn: room.SegmentId, Limit: Shown), ct),
            },
            form.Status
        );
    }

    private static Task<IResult> Ask(
        Guid id,
        Guid roomId,
        Guid participantId,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) => AskAsync(id, roomId, participantId, new Form(), mediator, user, ct);

    private static Task<IResult> Unassign(
        Guid id,
        Guid roomId,
        Guid participantId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new UnassignPerson(new DialogueId(id), new RoomId(roomId), new ParticipantId(participantId)), ct);
                return new Sent(AgendaPages.PlanOf(id), "notice.room.unassigned");
            },
            form => AskAsync(id, roomId, participantId, form, mediator, user, ct)
        );

    private static async Task<IResult> AskAsync(
        Guid id,
        Guid roomId,
        Guid participantId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        await mediator.GetOrganizedAsync(user, id, ct);
        var participant = await mediator.Send(new GetParticipant(new DialogueId(id), new ParticipantId(participantId)), ct);
        var room = await mediator.Send(new GetRoom(new DialogueId(id), new RoomId(roomId)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("room.unassign.question", Format.Name(participant.Name), Format.Name(room.Name)),
            what: Texts.Page("room.unassign.what"),
            button: Texts.Page("room.unassign"),
            back: AgendaPages.PlanOf(id)
        );
    }
}
