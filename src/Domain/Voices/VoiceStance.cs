namespace PartnershipTracker.Domain.Voices;

/// <summary>What a voice says about a claim.</summary>
public enum VoiceStance
{
    Confirms,
    Partly,
    Disputes,
    CannotSay,
}
