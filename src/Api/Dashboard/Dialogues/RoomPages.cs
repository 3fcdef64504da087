using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>The rooms of a segment. Who is in a room is in <see cref="PlacePages"/>.</summary>
internal static class RoomPages
{
    public static void MapRoomPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<AddRoom>("/dialogues/{id:guid}/segments/{segmentId:guid}/rooms/new", NewRoom, AddRoom);
        pages.MapForm<ReviseRoom>("/dialogues/{id:guid}/rooms/{roomId:guid}/edit", EditRoom, ReviseRoom);
        pages.MapForm<RemoveRoom>("/dialogues/{id:guid}/rooms/{roomId:guid}/remove", AskRemoveRoom, RemoveRoom);
    }

    private static Task<IResult> NewRoom(Guid id, Guid segmentId, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        ShowNewRoomAsync(id, segmentId, new Form(), mediator, user, ct);

    private static Task<IResult> AddRoom(
        Guid id,
        Guid segmentId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync<RoomDraft>(
            async body =>
            {
                await mediator.Send(new AddRoom(new DialogueId(id), new SegmentId(segmentId), body), ct);
                return new Sent(AgendaPages.PlanOf(id), "notice.room.added");
            },
            form => ShowNewRoomAsync(id, segmentId, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowNewRoomAsync(
        Guid id,
        Guid segmentId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        Pages.Page<RoomFormPage>(
            new
            {
                Form = form,
                Dialogue = await mediator.GetOrganizedAsync(user, id, ct),
                Segment = (await mediator.Send(new GetSegment(new DialogueId(id), new SegmentId(segmentId)), ct)).Title,
            },
            form.Status
        );

    private static async Task<IResult> EditRoom(Guid id, Guid roomId, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var room = await mediator.Send(new GetRoom(new DialogueId(id), new RoomId(roomId)), ct);
        return await ShowRoomAsync(id, roomId, Form.Of(new RoomDraft(room.Name, room.Place)), mediator, user, ct);
    }

    private static Task<IResult> ReviseRoom(
        Guid id,
        Guid roomId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync<RoomDraft>(
            async body =>
            {
                await mediator.Send(new ReviseRoom(new DialogueId(id), new RoomId(roomId), body), ct);
                return new Sent(AgendaPages.PlanOf(id), "notice.room.revised");
            },
            form => ShowRoomAsync(id, roomId, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowRoomAsync(
        Guid id,
        Guid roomId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        Pages.Page<RoomFormPage>(
            new
            {
                Form = form,
                Dialogue = await mediator.GetOrganizedAsync(user, id, ct),
                (await mediator.Send(new GetRoom(new DialogueId(id), new RoomId(roomId)), ct)).Segment,
                RoomId = (Guid?)roomId,
            },
            form.Status
        );

    private static Task<IResult> AskRemoveRoom(Guid id, Guid roomId, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        AskRoomAsync(id, roomId, new Form(), mediator, user, ct);

    private static Task<IResult> RemoveRoom(
        Guid id,
        Guid roomId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RemoveRoom(new DialogueId(id), new RoomId(roomId)), ct);
                return new Sent(AgendaPages.PlanOf(id), "notice.room.removed");
            },
            form => AskRoomAsync(id, roomId, form, mediator, user, ct)
        );

    private static async Task<IResult> AskRoomAsync(
        Guid id,
        Guid roomId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        await mediator.GetOrganizedAsync(user, id, ct);
        var room = await mediator.Send(new GetRoom(new DialogueId(id), new RoomId(roomId)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("room.remove.question", Format.Name(room.Name)),
            what: Texts.Page("room.remove.note"),
            button: Texts.Page("room.remove"),
            back: AgendaPages.PlanOf(id)
        );
    }
}
