using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

public readonly record struct QuestionId(Guid Value)
{
    public static QuestionId New() => new(Guid.CreateVersion7());
}

/// <summary>A question that is parked, so that it is not forgotten, until the organizers write how it was answered.</summary>
public sealed class ParkedQuestion : AggregateRoot, IHasHistory
{
    private ParkedQuestion() { }

    public QuestionId Id { get; private set; }

    public DialogueId DialogueId { get; private set; }

    /// <summary>Where it was asked; null if in no room.</summary>
    public RoomId? RoomId { get; private set; }

    public string Text { get; private set; } = "";

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <inheritdoc cref="Note.Key"/>
    public string? Key { get; private set; }

    public string? Answer { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public HistorySubject HistorySubject => new(null, null, null, DialogueId: DialogueId.Value);

    public static ParkedQuestion Park(Dialogue dialogue, RoomId? room, string text, Actor by, DateTimeOffset now, string? key = null)
    {
        dialogue.MustNotBePublished();
        var question = new ParkedQuestion
        {
            Id = QuestionId.New(),
            DialogueId = dialogue.Id,
            RoomId = room,
            Text = text.Trim(),
            ActorKind = by.Kind,
            ActorId = by.Id,
            AskedAt = now,
            Key = key,
        };
        question.Raise(new QuestionParked(dialogue.Id, question.Id));
        return question;
    }

    /// <summary>An answer that is written anew replaces the one before, which the history keeps.</summary>
    public void AnswerWith(Dialogue dialogue, string answer, DateTimeOffset now)
    {
        dialogue.MustNotBePublished();
        var (before, given) = (Answer, answer.Trim());
        if (given == before)
            return;
        (Answer, AnsweredAt) = (given, now);
        Raise(new QuestionAnswered(DialogueId, Id, Text, Changes.Of(("answer", before, given))));
    }
}
