namespace PartnershipTracker.Domain.Voices;

/// <summary>Under what a voice is shown.</summary>
public enum VoiceShownAs
{
    Named,

    /// <summary>A role, such as "community health worker".</summary>
    Role,

    /// <summary>As "a member of …"; only the secretariat can read who it is.</summary>
    Protected,
}
