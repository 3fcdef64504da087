using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>Notes, which are added and never changed, and parked questions.</summary>
internal static class NoteEndpoints
{
    public static void MapNotes(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/dialogues/{id:guid}").WithTags("Dialogues");
        group.MapPost("/rooms/{roomId:guid}/notes", Take).WithName("takeNote").Produces<NoteDetails>(201);
        group.MapGet("/notes", List).WithName("listNotes");
        group.MapGet("/notes/{noteId:guid}", Get).WithName("getNote").Produces<NoteDetails>();
        group.MapPost("/questions", Park).WithName("parkQuestion").Produces<QuestionDetails>(201);
        group.MapGet("/questions", ListQuestions).WithName("listQuestions");
        group.MapGet("/questions/{questionId:guid}", GetQuestion).WithName("getQuestion").Produces<QuestionDetails>();
        group.MapPost("/questions/{questionId:guid}/answer", Answer).WithName("answerQuestion").Produces<QuestionDetails>();
    }

    private static async Task<IResult> Take(Guid id, Guid roomId, DialogueNoteBody body, IMediator mediator, CancellationToken ct)
    {
        var note = await mediator.Send(new TakeNote(new DialogueId(id), new RoomId(roomId), body.Text), ct);
        return Results.Created(
            $"/api/v1/dialogues/{id}/notes/{note.Value}",
            await mediator.Send(new GetNote(new DialogueId(id), note), ct)
        );
    }

    private static async Task<IResult> Get(Guid id, Guid noteId, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetNote(new DialogueId(id), new NoteId(noteId)), ct));

    private static Task<Page<NoteDetails>> List(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        Guid? segmentId = null,
        Guid? roomId = null,
        Guid? outcomeId = null,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListNotes(new DialogueId(id), segmentId, roomId, outcomeId, limit, cursor, updatedSince), ct);

    private static async Task<IResult> Park(Guid id, QuestionBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var room = body.RoomId is { } given ? new RoomId(given) : (RoomId?)null;
        var question = await mediator.Send(new ParkQuestion(new DialogueId(id), body.Text, room), ct);
        var parked = await mediator.Send(new GetQuestion(new DialogueId(id), question), ct);
        return http.CreatedTagged($"/api/v1/dialogues/{id}/questions/{question.Value}", parked, parked.Version);
    }

    private static Task<Page<QuestionDetails>> ListQuestions(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        bool? answered = null,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListQuestions(new DialogueId(id), answered, limit, cursor, updatedSince), ct);

    private static async Task<IResult> GetQuestion(Guid id, Guid questionId, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var question = await mediator.Send(new GetQuestion(new DialogueId(id), new QuestionId(questionId)), ct);
        return http.Tagged(question, question.Version);
    }

    private static async Task<IResult> Answer(
        Guid id,
        Guid questionId,
        AnswerBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(new AnswerQuestion(new DialogueId(id), new QuestionId(questionId), body.Answer), ct);
        return await GetQuestion(id, questionId, mediator, http, ct);
    }
}
