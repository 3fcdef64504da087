using System.Text.Json;

namespace PartnershipTracker.Application.History;

/// <summary>One change in the history of all commitments, partnerships, organizations, initiatives and dialogues.</summary>
/// <param name="At">When it happened (UTC).</param>
/// <param name="By">Who did it, by the name of their organization.</param>
/// <param name="Event">The name of the event, in camelCase.</param>
/// <param name="Text">The event as a sentence in the reader's language.</param>
/// <param name="Data">The facts of the event.</param>
public sealed record HistoryLine(
    DateTimeOffset At,
    string By,
    string Event,
    string Text,
    JsonElement Data,
    Guid? CommitmentId,
    Guid? PartnershipId,
    Guid? OrganizationId,
    Guid? InitiativeId,
    Guid? DialogueId
);
