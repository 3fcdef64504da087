using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Who wrote something in a dialogue.</summary>
/// <param name="Name">Of a participant; null for organizers, and after the participant was removed.</param>
public sealed record Author(ActorKind Kind, string? Name, string? Organization)
{
    /// <summary>In the language of the reader.</summary>
    public override string ToString() =>
        (Kind, Name, Organization) switch
        {
            (ActorKind.Participant, { } name, { } organization) => Texts.Event("by.contact", name, organization),
            (ActorKind.Participant, { } name, null) => name,
            (ActorKind.Participant, null, _) => Texts.Event("by.participant"),
            _ => Texts.Event("by.organizers"),
        };
}
