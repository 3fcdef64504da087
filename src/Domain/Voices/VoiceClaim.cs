namespace PartnershipTracker.Domain.Voices;

/// <summary>What a voice speaks of.</summary>
public enum VoiceClaimKind
{
    /// <summary>A progress report that was not returned.</summary>
    ProgressReport,

    /// <summary>One closing of a commitment as completed, partly completed or not completed, until it is undone.</summary>
    Closing,

    /// <summary>An outcome of a published dialogue.</summary>
    Outcome,
}

/// <summary>One specific claim.</summary>
/// <param name="Id">Of the progress report, the closing (<see cref="Commitments.Commitment.ClosingId"/>) or the outcome.</param>
public readonly record struct VoiceClaim(VoiceClaimKind Kind, Guid Id);
