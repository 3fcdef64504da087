using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>A new dialogue: what it is about, and who organizes it.</summary>
internal sealed record DialogueBody : DialogueDraft
{
    /// <summary>The organization whose officers organize it.</summary>
    public required Guid OrganizationId { get; init; }

    public PlanDialogue ToCommand() => new(new OrganizationId(OrganizationId), this);
}

/// <param name="TakeUpBy">The last day, in the time zone of the dialogue; null for none.</param>
internal sealed record TakeUpDayBody(DateOnly? TakeUpBy = null);

/// <param name="SegmentId">The segment that the contributors come from.</param>
internal sealed record RotationBody(Guid SegmentId);

/// <param name="Role">What they do in the room.</param>
internal sealed record PeopleBody(RoomRole Role, IReadOnlyList<Guid> ParticipantIds);

internal sealed record InvitationBody(IReadOnlyList<ParticipantDraft> Participants);

internal sealed record DialogueNoteBody(string Text);

/// <param name="RoomId">Where it was asked; null for none.</param>
internal sealed record QuestionBody(string Text, Guid? RoomId = null);

internal sealed record AnswerBody(string Answer);

/// <param name="Level">How far the group agrees.</param>
/// <param name="Reason">Needed for reservations and for disagreement.</param>
internal sealed record AgreementBody(AgreementLevel Level, string? Reason = null);

/// <param name="OrganizationId">The accountable organization, a member of the partnership of the dialogue.</param>
/// <param name="Title">The title of the outcome or step if left out.</param>
internal sealed record OutcomeCommitmentBody(Guid OrganizationId, string? Title = null, DateOnly? DueDate = null);
