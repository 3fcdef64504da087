using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Dialogues;

/// <param name="Notes">The notes that it comes from.</param>
public sealed record OutcomeTerms(
    OutcomeKind Kind,
    string Title,
    string? Text,
    string? Evidence,
    string? EvidenceUrl,
    IReadOnlyList<StepTerms> Steps,
    IReadOnlyList<NoteId> Notes
);

/// <param name="LeadId">The proposed lead, where it is a registered organization.</param>
/// <param name="Lead">The proposed lead in words.</param>
/// <param name="Id">Of a step that exists.</param>
public sealed record StepTerms(string Title, OrganizationId? LeadId, string? Lead, OutcomeStepId? Id = null);
