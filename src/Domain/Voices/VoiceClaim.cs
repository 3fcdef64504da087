namespace PartnershipTracker.Domain.Voices;

/// <summary>What a voice speaks of.</summary>
public enum VoiceClaimKind
{
    /// <summary>A progress report that was not returned.</summary>
    ProgressReport,

    /// <summary>The closing of a commitment as completed, partly completed or not completed.</summary>
    Closing,

    /// <summary>An outcome of a published dialogue.</summary>
    Outcome,
}

/// <summary>One specific claim.</summary>
/// <param name="Id">Of the progress report or the outcome; of the commitment for its closing.</param>
public readonly record struct VoiceClaim(VoiceClaimKind Kind, Guid Id);
