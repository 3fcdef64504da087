using System.Text.Json;

namespace PartnershipTracker.Application.History;

/// <summary>A change in the history of everything.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who, by the name of their organization.</param>
/// <param name="Event">What, in camelCase.</param>
/// <param name="Text">The same as a sentence in the reader's language.</param>
/// <param name="Data">The facts of the event.</param>
public sealed record HistoryLine(
    DateTimeOffset At, string By, string Event, string Text, JsonElement Data, Guid? CommitmentId, Guid? PartnershipId, Guid? OrganizationId);
