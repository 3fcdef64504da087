using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>Where the organizers make the agenda: its segments and the rotation of contributors.</summary>
internal static class AgendaPages
{
    public static void MapAgendaPages(this RouteGroupBuilder pages)
    {
        pages.MapRead<AddSegment>("/dialogues/{id:guid}/plan", Plan);
        pages.MapForm<AddSegment>("/dialogues/{id:guid}/segments/new", NewSegment, AddSegment);
        pages.MapForm<ReviseSegment>("/dialogues/{id:guid}/segments/{segmentId:guid}", EditSegment, ReviseSegment);
        pages.MapForm<RemoveSegment>("/dialogues/{id:guid}/segments/{segmentId:guid}/remove", AskRemoveSegment, RemoveSegment);
        pages.MapMethods("/dialogues/{id:guid}/rotation", Pages.Read, Rotation);
        pages.MapSend<RotateContributors>("/dialogues/{id:guid}/segments/{segmentId:guid}/rotate", Rotate);
        pages.MapRoomPages();
        pages.MapPlacePages();
    }

    public static string PlanOf(Guid id) => Links.Dialogue(id, "plan");

    private static async Task<RazorComponentResult> Plan(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var dialogue = await mediator.GetOrganizedAsync(user, id, ct);
        return Pages.Page<PlanPage>(new { Dialogue = dialogue, Agenda = await mediator.Send(new GetAgenda(new DialogueId(id)), ct) });
    }

    private static Task<IResult> NewSegment(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var form = new Form();
        form.Set("minutes", "30");
        return ShowSegmentAsync(id, null, form, mediator, user, ct);
    }

    private static Task<IResult> AddSegment(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<SegmentDraft>(
            async body =>
            {
                await mediator.Send(new AddSegment(new DialogueId(id), body), ct);
                return new Sent(PlanOf(id), "notice.segment.added");
            },
            form => ShowSegmentAsync(id, null, form, mediator, user, ct)
        );

    private static async Task<IResult> EditSegment(Guid id, Guid segmentId, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var segment = await mediator.Send(new GetSegment(new DialogueId(id), new SegmentId(segmentId)), ct);
        return await ShowSegmentAsync(id, segmentId, Form.Of(segment), mediator, user, ct);
    }

    private static Task<IResult> ReviseSegment(
        Guid id,
        Guid segmentId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync<SegmentDraft>(
            async body =>
            {
                await mediator.Send(new ReviseSegment(new DialogueId(id), new SegmentId(segmentId), body), ct);
                return new Sent(PlanOf(id), "notice.segment.revised");
            },
            form => ShowSegmentAsync(id, segmentId, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowSegmentAsync(
        Guid id,
        Guid? segmentId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        Pages.Page<SegmentFormPage>(
            new
            {
                Form = form,
                Dialogue = await mediator.GetOrganizedAsync(user, id, ct),
                SegmentId = segmentId,
            },
            form.Status
        );

    private static Task<IResult> AskRemoveSegment(Guid id, Guid segmentId, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        AskSegmentAsync(id, segmentId, new Form(), mediator, user, ct);

    private static Task<IResult> RemoveSegment(
        Guid id,
        Guid segmentId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RemoveSegment(new DialogueId(id), new SegmentId(segmentId)), ct);
                return new Sent(PlanOf(id), "notice.segment.removed");
            },
            form => AskSegmentAsync(id, segmentId, form, mediator, user, ct)
        );

    private static async Task<IResult> AskSegmentAsync(
        Guid id,
        Guid segmentId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        await mediator.GetOrganizedAsync(user, id, ct);
        var segment = await mediator.Send(new GetSegment(new DialogueId(id), new SegmentId(segmentId)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("segment.remove.question", Format.Name(segment.Title)),
            what: Texts.Page("segment.remove.note"),
            button: Texts.Page("segment.remove"),
            back: PlanOf(id)
        );
    }

    private static Task<IResult> Rotation(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        ShowRotationAsync(id, new Form(), mediator, user, ct);

    private static Task<IResult> Rotate(
        Guid id,
        Guid segmentId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RotateContributors(new DialogueId(id), new SegmentId(segmentId)), ct);
                return new Sent(Links.Dialogue(id, "rotation"), "notice.dialogue.rotated");
            },
            form => ShowRotationAsync(id, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowRotationAsync(Guid id, Form form, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        return Pages.Page<RotationPage>(
            new
            {
                Form = form,
                Dialogue = dialogue,
                Grid = await mediator.Send(new GetRotation(new DialogueId(id)), ct),
                MayOrganize = user.Organizes(new OrganizationId(dialogue.OrganizationId)),
            },
            form.Status
        );
    }
}
