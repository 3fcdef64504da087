using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>What the personal link of a dialogue shows. An expired link shows nothing but the name of the dialogue.</summary>
public sealed record DialogueLinkPage
{
    public bool IsExpired { get; init; }

    public string Title { get; init; } = "";

    public string Question { get; init; } = "";

    public string? Purpose { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    public DialogueStatus Status { get; init; }

    /// <summary>The organization that organizes it.</summary>
    public string Organization { get; init; } = "";

    public DateTimeOffset StartsAt { get; init; }

    public string TimeZone { get; init; } = "";

    /// <summary>The name of the holder of the link.</summary>
    public string Name { get; init; } = "";

    /// <summary>The code of their stakeholder group.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether they state the level of agreement of their group.</summary>
    public bool IsSpokesperson { get; init; }

    public InvitationAnswer Answer { get; init; }

    /// <summary>The last day on which the link works.</summary>
    public DateOnly ExpiresOn { get; init; }

    public Agenda Agenda { get; init; } = null!;

    /// <summary>Where they are, in the order of the segments.</summary>
    public IReadOnlyList<LinkPlace> Places { get; init; } = [];

    /// <summary>The room whose notes are shown; null where they take notes in none.</summary>
    public LinkPlace? Room { get; init; }

    /// <summary>The last notes of that room, the newest first.</summary>
    public IReadOnlyList<NoteDetails> Notes { get; init; } = [];

    /// <summary>For a spokesperson: the outcomes with what their group stated.</summary>
    public IReadOnlyList<LinkOutcome> Outcomes { get; init; } = [];

    /// <summary>After which outcome the next ones come; null on the last page.</summary>
    public long? NextOutcome { get; init; }

    /// <summary>Whether only one outcome is shown, with the notes that it comes from and without those of a room.</summary>
    public bool ShowsOneOutcome { get; init; }

    /// <summary>The notes that this outcome comes from, the newest first.</summary>
    public IReadOnlyList<NoteDetails> Sources { get; init; } = [];

    /// <summary>When the dialogue last changed, and how often; for calendars.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

/// <param name="Draft">What they typed and did not add as a note.</param>
public sealed record LinkPlace(Guid SegmentId, string Segment, Guid RoomId, string Room, string? Place, RoomRole Role, string? Draft);

/// <summary>An outcome as a spokesperson reads it before they state how far their group agrees.</summary>
public sealed record LinkOutcome
{
    public long Seq { get; init; }

    public Guid Id { get; init; }

    public OutcomeKind Kind { get; init; }

    public string Title { get; init; } = "";

    public string? Text { get; init; }

    /// <summary>The evidence behind it, in words.</summary>
    public string? Evidence { get; init; }

    /// <summary>The address of the evidence.</summary>
    public string? EvidenceUrl { get; init; }

    /// <summary>The steps of a pathway, in their order.</summary>
    public IReadOnlyList<LinkStep> Steps { get; init; } = [];

    /// <summary>The number of notes that it comes from.</summary>
    public int Notes { get; init; }

    /// <summary>What their group stated; null if nothing yet.</summary>
    public AgreementLevel? Level { get; init; }

    /// <summary>Why their group stated it.</summary>
    public string? Reason { get; init; }
}

/// <param name="Lead">The proposed lead: the name of the organization, or words.</param>
public sealed record LinkStep(string Title, string? Lead);
