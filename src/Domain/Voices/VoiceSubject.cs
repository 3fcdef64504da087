using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Voices;

/// <summary>To what a claim belongs: a commitment, or the dialogue of an outcome.</summary>
public sealed record VoiceSubject
{
    private VoiceSubject(CommitmentId? commitment, DialogueId? dialogue, PartnershipId? partnership, DateOnly? claimAsOf)
    {
        CommitmentId = commitment;
        DialogueId = dialogue;
        ScopeId = partnership?.Value ?? dialogue?.Value ?? Guid.Empty;
        ClaimAsOf = claimAsOf;
    }

    public CommitmentId? CommitmentId { get; }

    public DialogueId? DialogueId { get; }

    /// <summary>Within what people are told apart and counted: the partnership, or a dialogue outside of partnerships.</summary>
    public Guid ScopeId { get; }

    /// <inheritdoc cref="Voice.ClaimAsOf"/>
    public DateOnly? ClaimAsOf { get; }

    /// <param name="claimAsOf">See <see cref="ClaimAsOf"/>.</param>
    public static VoiceSubject Of(Commitment commitment, DateOnly? claimAsOf = null) =>
        new(commitment.Id, null, commitment.PartnershipId, claimAsOf);

    public static VoiceSubject Of(Dialogue dialogue) => new(null, dialogue.Id, dialogue.PartnershipId, null);
}
