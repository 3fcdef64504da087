using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Dialogues;

public sealed record DialoguePlanned(DialogueId DialogueId, string Title, DateOnly StartsOn) : IDomainEvent;

public sealed record DialogueRevised(DialogueId DialogueId, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record DialogueStarted(DialogueId DialogueId) : IDomainEvent;

public sealed record DialogueConsolidated(DialogueId DialogueId) : IDomainEvent;

public sealed record DialoguePublished(DialogueId DialogueId, int Outcomes) : IDomainEvent;

public sealed record DialogueSteppedBack(DialogueId DialogueId, DialogueStatus From, DialogueStatus To) : IDomainEvent;

public sealed record TakeUpDaySet(DialogueId DialogueId, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record SegmentAdded(DialogueId DialogueId, SegmentId SegmentId, string Title) : IDomainEvent;

/// <param name="Title">Its title until then.</param>
public sealed record SegmentRevised(DialogueId DialogueId, SegmentId SegmentId, string Title, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record SegmentRemoved(DialogueId DialogueId, SegmentId SegmentId, string Title) : IDomainEvent;

public sealed record RoomAdded(DialogueId DialogueId, RoomId RoomId, string Name, string Segment) : IDomainEvent;

/// <param name="Name">Its name until then.</param>
public sealed record RoomRevised(DialogueId DialogueId, RoomId RoomId, string Name, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record RoomRemoved(DialogueId DialogueId, RoomId RoomId, string Name) : IDomainEvent;

/// <summary>Holds how many people, because the history holds no names.</summary>
public sealed record PeopleAssigned(DialogueId DialogueId, RoomId RoomId, string Room, RoomRole Role, int People) : IDomainEvent;

public sealed record PersonUnassigned(DialogueId DialogueId, RoomId RoomId, string Room, ParticipantId ParticipantId, RoomRole Role)
    : IDomainEvent;

public sealed record ContributorsRotated(DialogueId DialogueId, string From, string To, int Contributors) : IDomainEvent;

public sealed record SpokespersonNamed(DialogueId DialogueId, ParticipantId ParticipantId, string Group) : IDomainEvent;

/// <summary>Holds the participant's id, never the name or address.</summary>
public sealed record ParticipantInvited(DialogueId DialogueId, ParticipantId ParticipantId, string Group) : IDomainEvent;

public sealed record ParticipantInvitationResent(DialogueId DialogueId, ParticipantId ParticipantId) : IDomainEvent;

public sealed record ParticipantChanged(DialogueId DialogueId, ParticipantId ParticipantId, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record ParticipantAccepted(DialogueId DialogueId, ParticipantId ParticipantId) : IDomainEvent;

public sealed record ParticipantDeclined(DialogueId DialogueId, ParticipantId ParticipantId) : IDomainEvent;

public sealed record ParticipantRemoved(DialogueId DialogueId, ParticipantId ParticipantId) : IDomainEvent;

/// <summary>The note itself is a row that never changes.</summary>
public sealed record NoteTaken(DialogueId DialogueId, NoteId NoteId, string Room) : IDomainEvent;

public sealed record QuestionParked(DialogueId DialogueId, QuestionId QuestionId) : IDomainEvent;

/// <param name="Changes">The answer, and the one that it replaces.</param>
public sealed record QuestionAnswered(DialogueId DialogueId, QuestionId QuestionId, string Question, IReadOnlyList<Change> Changes)
    : IDomainEvent;

public sealed record OutcomeRecorded(DialogueId DialogueId, OutcomeId OutcomeId, OutcomeKind Kind, string Title) : IDomainEvent;

/// <summary>Holds the ids of the notes that it came from and comes from, which the sentence counts.</summary>
/// <param name="Title">Its title until then.</param>
public sealed record OutcomeRevised(DialogueId DialogueId, OutcomeId OutcomeId, string Title, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record OutcomeRemoved(DialogueId DialogueId, OutcomeId OutcomeId, string Title) : IDomainEvent;

public sealed record AgreementStated(
    DialogueId DialogueId,
    OutcomeId OutcomeId,
    string Title,
    string Group,
    AgreementLevel Level,
    string? Reason
) : IDomainEvent;

public sealed record OutcomeTakenUp(
    DialogueId DialogueId,
    OutcomeId OutcomeId,
    string Title,
    CommitmentId CommitmentId,
    OrganizationId OrganizationId
) : IDomainEvent;
