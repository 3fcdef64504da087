using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Work;

/// <summary>What needs the caller. A list that is not for the caller's role is null.</summary>
public sealed record WorkToDo
{
    /// <summary>For officers and reporters: overdue commitments of their organization, the longest overdue first.</summary>
    public WorkList<CommitmentWork>? Overdue { get; init; }

    /// <summary>Progress reports that are overdue or due within 30 days.</summary>
    public WorkList<CommitmentWork>? ReportsDue { get; init; }

    /// <summary>Drafts that a reviewer returned, with the reason.</summary>
    public WorkList<DraftWork>? Returned { get; init; }

    /// <summary>Commitments of which a progress report was returned, with the reason; not followed by a newer one.</summary>
    public WorkList<CommitmentWork>? ReportsReturned { get; init; }

    /// <summary>Commitments that are due within 30 days.</summary>
    public WorkList<CommitmentWork>? DueSoon { get; init; }

    /// <summary>Drafts that were never returned, with what is missing.</summary>
    public WorkList<DraftWork>? Drafts { get; init; }

    /// <summary>
    /// For officers and reporters: voices that dispute a claim of their organization, or confirm it only partly, and have no answer yet,
    /// the one that has waited longest first.
    /// </summary>
    public WorkList<VoiceDetails>? UnansweredVoices { get; init; }

    /// <summary>
    /// For organizers of dialogues, the officers of the organizing organization and the secretariat: dialogues with outcomes that nobody
    /// took up by the day that they set, the one with the earliest day first.
    /// </summary>
    public WorkList<DialogueWork>? NotTakenUp { get; init; }

    /// <summary>For reviewers and the secretariat: everything that awaits their decision, the oldest first.</summary>
    public WorkList<WaitingReview>? Reviews { get; init; }

    /// <summary>For the board: initiatives that await their decision, the one with the earliest date first.</summary>
    public WorkList<InitiativeDetails>? Initiatives { get; init; }

    /// <summary>For the secretariat: open commitments about which nobody can be reached.</summary>
    public WorkList<CommitmentWork>? Orphaned { get; init; }

    public WorkList<OrganizationDetails>? OrganizationsWithoutContact { get; init; }

    /// <summary>Deferred work that failed for good, by kind.</summary>
    public WorkList<ParkedWork>? Parked { get; init; }

    /// <summary>Imports that wait, run or are being undone.</summary>
    public WorkList<ImportDetails>? Imports { get; init; }
}

/// <summary>The first rows of a list.</summary>
/// <param name="Total">The number of rows in the whole list.</param>
/// <param name="List">The address of the whole list, to be read after <c>/api/v1/</c>.</param>
public sealed record WorkList<T>(int Total, string List, IReadOnlyList<T> Items);

/// <summary>A commitment that needs somebody.</summary>
public sealed record CommitmentWork
{
    public Guid CommitmentId { get; init; }

    public string Title { get; init; } = "";

    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    /// <summary>The last day for what is to be done: the delivery or the next progress report; null without one.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Days from today to that day, in the time zone of the organization; negative when it is overdue.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>Why a progress report was returned.</summary>
    public string? Reason { get; init; }

    /// <summary>That progress report.</summary>
    public Guid? ReportId { get; init; }
}

/// <summary>A dialogue whose organizers have to find organizations for its outcomes.</summary>
/// <param name="TakeUpBy">The day by which they should have been taken up; null if it was removed since.</param>
/// <param name="Outcomes">How many outcomes nobody took up; a pathway counts once, however many of its steps wait.</param>
public sealed record DialogueWork(Guid DialogueId, string Title, DateOnly? TakeUpBy, int Outcomes);

/// <summary>A draft that is to be completed and submitted.</summary>
public sealed record DraftWork
{
    public Guid CommitmentId { get; init; }

    public string Title { get; init; } = "";

    public DateOnly? DueOn { get; init; }

    /// <summary>Why it was returned; null if it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it cannot be submitted yet; null if it can.</summary>
    public Remark? NotYet { get; init; }

    /// <summary>The ingredients of the SMART rubric that are missing or unclear.</summary>
    public IReadOnlyList<IngredientAnswer> Missing { get; init; } = [];
}

/// <param name="Count">How many items of this kind are parked.</param>
/// <param name="Since">Since when the oldest of them is parked.</param>
public sealed record ParkedWork(DeferredKind Kind, int Count, DateTimeOffset Since);
