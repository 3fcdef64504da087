using MediatR;
using PartnershipTracker.Api.Dashboard.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dialogues;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>The notes of a dialogue and its parked questions.</summary>
internal static class NotePages
{
    /// <summary>The value with which the script keeps what is typed.</summary>
    public const string Keep = "draft";

    public static void MapNotePages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/dialogues/{id:guid}/notes", Pages.Read, List);
        pages.MapMethods("/dialogues/{id:guid}/rooms/{roomId:guid}", Pages.Read, OfRoom);
        pages.MapSend<TakeNote>("/dialogues/{id:guid}/rooms/{roomId:guid}", Take);
        pages.MapMethods("/dialogues/{id:guid}/questions", Pages.Read, Questions);
        pages.MapSend<ParkQuestion>("/dialogues/{id:guid}/questions", Park);
        pages.MapForm<AnswerQuestion>("/dialogues/{id:guid}/questions/{questionId:guid}", Question, Answer);
    }

    private static async Task<IResult> List(
        Guid id,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        Guid? @for = null,
        string? cursor = null,
        int from = 1
    )
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        return Pages.Page<NotesPage>(
            new
            {
                Dialogue = dialogue,
                Notes = await mediator.Send(new ListNotes(new DialogueId(id), Limit: Search.PageSize, Cursor: cursor), ct),
                MayOrganize = user.Organizes(new OrganizationId(dialogue.OrganizationId)),
                For = @for,
                From = Math.Max(from, 1),
            }
        );
    }

    private static Task<IResult> OfRoom(
        Guid id,
        Guid roomId,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        string? cursor = null,
        int from = 1
    ) => ShowRoomAsync(id, roomId, null, mediator, user, ct, cursor, from);

    private static Task<IResult> Take(Guid id, Guid roomId, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.Form.Action == Keep
            ? KeepAsync(id, roomId, post.Form, mediator, ct)
            : post.SendAsync<DialogueNoteBody>(
                async body =>
                {
                    await mediator.Send(new TakeNote(new DialogueId(id), new RoomId(roomId), body.Text, post.Form.Key), ct);
                    return new Sent(Links.Dialogue(id, $"rooms/{roomId}"), "notice.note.added");
                },
                form => ShowRoomAsync(id, roomId, form, mediator, user, ct)
            );

    private static async Task<IResult> KeepAsync(Guid id, Guid roomId, Form form, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SaveNoteDraft(new DialogueId(id), new RoomId(roomId), form["text"], form.Key), ct);
        return Results.NoContent();
    }

    /// <param name="sent">Null for a form that was not sent; it holds what was typed and kept.</param>
    private static async Task<IResult> ShowRoomAsync(
        Guid id,
        Guid roomId,
        Form? sent,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        string? cursor = null,
        int from = 1
    )
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        var room = await mediator.Send(new GetRoom(new DialogueId(id), new RoomId(roomId)), ct);
        var form = sent ?? new Form();
        if (sent is null)
            form.Set("text", room.Draft ?? "");
        return Pages.Page<RoomPage>(
            new
            {
                Form = form,
                Dialogue = dialogue,
                Room = room,
                Notes = await mediator.Send(new ListNotes(new DialogueId(id), RoomId: roomId, Limit: Search.PageSize, Cursor: cursor), ct),
                MayOrganize = user.Organizes(new OrganizationId(dialogue.OrganizationId)),
                From = Math.Max(from, 1),
            },
            form.Status
        );
    }

    private static Task<IResult> Questions(
        Guid id,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        string? cursor = null,
        int from = 1
    ) => ShowQuestionsAsync(id, new Form(), mediator, user, ct, cursor, from);

    private static Task<IResult> Park(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<QuestionBody>(
            async body =>
            {
                await mediator.Send(new ParkQuestion(new DialogueId(id), body.Text), ct);
                return new Sent(Links.Dialogue(id, "questions"), "notice.question.parked");
            },
            form => ShowQuestionsAsync(id, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowQuestionsAsync(
        Guid id,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        string? cursor = null,
        int from = 1
    )
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        var query = new ListQuestions(new DialogueId(id), Limit: Search.PageSize, Cursor: cursor) { TotalOnEveryPage = true };
        return Pages.Page<QuestionsPage>(
            new
            {
                Form = form,
                Dialogue = dialogue,
                Questions = await mediator.Send(query, ct),
                MayOrganize = user.Organizes(new OrganizationId(dialogue.OrganizationId)),
                From = Math.Max(from, 1),
            },
            form.Status
        );
    }

    private static async Task<IResult> Question(Guid id, Guid questionId, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var form = await CurrentAsync(id, questionId, mediator, ct);
        return await ShowQuestionAsync(id, questionId, form, mediator, user, ct);
    }

    private static Task<IResult> Answer(
        Guid id,
        Guid questionId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync<AnswerBody>(
            async body =>
            {
                await mediator.Send(new AnswerQuestion(new DialogueId(id), new QuestionId(questionId), body.Answer), ct);
                return new Sent(Links.Dialogue(id, "questions"), "notice.question.answered");
            },
            form => ShowQuestionAsync(id, questionId, form, mediator, user, ct),
            () => CurrentAsync(id, questionId, mediator, ct)
        );

    private static async Task<IResult> ShowQuestionAsync(
        Guid id,
        Guid questionId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        Pages.Page<QuestionPage>(
            new
            {
                Form = form,
                Dialogue = await mediator.GetOrganizedAsync(user, id, ct),
                Question = await mediator.Send(new GetQuestion(new DialogueId(id), new QuestionId(questionId)), ct),
            },
            form.Status
        );

    private static async Task<Form> CurrentAsync(Guid id, Guid questionId, IMediator mediator, CancellationToken ct)
    {
        var question = await mediator.Send(new GetQuestion(new DialogueId(id), new QuestionId(questionId)), ct);
        return Form.Of(new AnswerBody(question.Answer ?? ""), question.Version);
    }
}
