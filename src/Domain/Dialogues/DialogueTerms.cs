using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Dialogues;

/// <summary>The details of a dialogue that is planned or changed.</summary>
/// <param name="StartTime">The local time in the time zone.</param>
/// <param name="TimeZone">IANA id.</param>
/// <param name="Groups">Codes of stakeholder groups.</param>
/// <param name="PartnershipId">Where commitments that come of it belong; null for none.</param>
public sealed record DialogueTerms(
    string Title,
    string Question,
    string? Purpose,
    string? Place,
    string? Link,
    DateOnly StartsOn,
    TimeOnly StartTime,
    string TimeZone,
    IReadOnlyList<string> Groups,
    PartnershipId? PartnershipId
);
