using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Demo;

/// <param name="Organizer">An officer of the organization that organizes it.</param>
/// <param name="StartTime">HH:mm in the time zone. Minutes of notes, questions and outcomes are counted from it.</param>
/// <param name="Spokespersons">Those who state the agreement of their stakeholder group.</param>
internal sealed record SampleDialogue(
    string Organizer,
    int PlannedOn,
    int AnsweredOn,
    int StartsOn,
    string StartTime,
    string TimeZone,
    int ConsolidatedOn,
    int AgreedOn,
    int PublishedOn,
    int TakeUpBy,
    string Title,
    string Question,
    string Purpose,
    string Place,
    IReadOnlyList<SampleSegment> Segments,
    IReadOnlyList<SampleParticipant> Participants,
    IReadOnlyList<string> Spokespersons,
    IReadOnlyList<SampleNote> Notes,
    IReadOnlyList<SampleQuestion> Questions,
    IReadOnlyList<SampleOutcome> Outcomes
);

/// <param name="Rooms">Left out where everybody stays in the rooms of the segment before.</param>
/// <param name="ContributorsChangeGroups">Whether the contributors of the segment before move on to the next rooms.</param>
internal sealed record SampleSegment(
    string Title,
    SegmentMethod Method,
    int Minutes,
    IReadOnlyList<SampleRoom>? Rooms = null,
    bool ContributorsChangeGroups = false
);

internal sealed record SampleRoom(
    string Name,
    IReadOnlyList<string> Rapporteurs,
    IReadOnlyList<string> Participants,
    IReadOnlyList<string>? Contributors = null,
    string? Interviewer = null
);

/// <param name="Accepts">Left out for somebody who did not answer the invitation.</param>
internal sealed record SampleParticipant(string Name, string Email, string Group, string? Organization = null, bool? Accepts = null);

/// <param name="By">A rapporteur of the room.</param>
/// <param name="Segment">The number of the segment, from 1.</param>
internal sealed record SampleNote(string Key, string By, int Segment, string Room, int Minute, string Text);

/// <inheritdoc cref="SampleNote"/>
/// <param name="Answer">Left out while the question is open.</param>
internal sealed record SampleQuestion(string By, int Segment, string Room, int Minute, string Text, string? Answer = null);

/// <param name="Notes">The keys of the notes that it comes from.</param>
internal sealed record SampleOutcome(
    string Key,
    int Minute,
    OutcomeKind Kind,
    string Title,
    string Text,
    IReadOnlyList<string> Notes,
    IReadOnlyList<SampleAgreement> Agreements,
    string? Evidence = null,
    IReadOnlyList<SampleStep>? Steps = null
);

/// <param name="Lead">The organization that is proposed as the lead.</param>
/// <param name="LeadInWords">The proposed lead where it is no organization of the sample.</param>
internal sealed record SampleStep(string Title, string? Lead = null, string? LeadInWords = null);

/// <param name="Group">A stakeholder group with a spokesperson. A group that is left out did not say.</param>
internal sealed record SampleAgreement(string Group, AgreementLevel Level, string? Reason = null);
