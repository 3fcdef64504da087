using System.Text.Json.Serialization;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>An outcome, how far each stakeholder group agrees with it, and what became of it.</summary>
public sealed record OutcomeDetails
{
    public Guid Id { get; init; }

    public Guid DialogueId { get; init; }

    public OutcomeKind Kind { get; init; }

    public string Title { get; init; } = "";

    public string? Text { get; init; }

    public string? Evidence { get; init; }

    public string? EvidenceUrl { get; init; }

    /// <summary>The steps of a pathway, in their order.</summary>
    public IReadOnlyList<StepDetails> Steps { get; init; } = [];

    /// <summary>The notes that it comes from.</summary>
    public IReadOnlyList<Guid> NoteIds { get; init; } = [];

    /// <summary>One for each stakeholder group that the dialogue invites; never put together.</summary>
    public IReadOnlyList<AgreementDetails> Agreements { get; init; } = [];

    /// <summary>What became of it: the commitments that came of it and that the caller may see.</summary>
    public IReadOnlyList<OutcomeCommitment> Commitments { get; init; } = [];

    /// <summary>Whether an organization has submitted a commitment of it, also one that the caller may not see.</summary>
    public bool IsTakenUp { get; init; }

    /// <summary>Whether the day that the organizers set has passed and nobody took it up.</summary>
    public bool IsNotTakenUp => IsTakeUpOver && Kind != OutcomeKind.OpenQuestion && !IsTakenUp;

    /// <summary>Whether its dialogue is published and the day that the organizers set has passed.</summary>
    [JsonIgnore]
    public bool IsTakeUpOver { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

/// <param name="LeadId">The proposed lead, where it is a registered organization.</param>
/// <param name="Lead">The proposed lead: the name of the organization, or words.</param>
/// <param name="IsTakenUp">Whether an organization has submitted a commitment of it or of the whole outcome.</param>
/// <param name="IsNotTakenUp">Whether the day that the organizers set has passed and nobody took it up.</param>
public sealed record StepDetails(
    Guid Id,
    int Position,
    string Title,
    Guid? LeadId,
    string? Lead,
    bool IsTakenUp,
    bool IsNotTakenUp = false
);

/// <param name="Group">The code of the stakeholder group.</param>
/// <param name="Level">A group that has stated nothing did not say.</param>
/// <param name="StatedAt">Null while it has stated nothing.</param>
public sealed record AgreementDetails(string Group, AgreementLevel Level, string? Reason, DateTimeOffset? StatedAt);

/// <summary>A commitment that came of an outcome.</summary>
/// <param name="StepId">The step that it comes from; null for the outcome as a whole.</param>
/// <param name="DaysOverdue">0 if it is not overdue.</param>
public sealed record OutcomeCommitment(
    Guid Id,
    Guid? StepId,
    string Title,
    Guid OrganizationId,
    string OrganizationName,
    CommitmentStatus Status,
    DateOnly? DueDate,
    bool IsOverdue,
    int DaysOverdue,
    DateOnly? ClosedOn
);

internal static class OutcomeProjection
{
    /// <summary>Without the lists, which <see cref="OutcomeParts"/> adds.</summary>
    public static IQueryable<OutcomeDetails> AsDetails(this IQueryable<Outcome> outcomes, ITrackerDb db, DateTimeOffset now)
    {
        var takingUp = db.Commitments.WhereTakesUp();
        return from o in outcomes
            join d in db.Dialogues on o.DialogueId equals d.Id
            orderby o.Seq
            select new OutcomeDetails
            {
                Id = o.Id.Value,
                DialogueId = o.DialogueId.Value,
                Kind = o.Kind,
                Title = o.Title,
                Text = o.Text,
                Evidence = o.Evidence,
                EvidenceUrl = o.EvidenceUrl,
                IsTakenUp = takingUp.Any(c => c.OutcomeId == o.Id),
                IsTakeUpOver = d.Status == DialogueStatus.Published && d.TakeUpEndsAt <= now,
                RecordedAt = o.RecordedAt,
                UpdatedAt = o.UpdatedAt,
                Version = o.Version,
            };
    }
}
