using System.Text.Json.Serialization;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

public enum VoiceState
{
    Given,

    /// <summary>Hidden by the secretariat, with a reason.</summary>
    Hidden,

    /// <summary>Taken back by who gave it.</summary>
    Withdrawn,
}

/// <summary>
/// What somebody of a community states on one claim. Of a voice that is hidden or withdrawn only the claim and the days are shown.
/// </summary>
public sealed record VoiceDetails
{
    public Guid Id { get; init; }

    /// <summary>Null for an outcome of a dialogue.</summary>
    public Guid? CommitmentId { get; init; }

    /// <summary>The dialogue of the outcome; null for other claims.</summary>
    public Guid? DialogueId { get; init; }

    public VoiceClaimKind ClaimKind { get; init; }

    /// <summary>The title of the commitment, or of the dialogue.</summary>
    public string? SubjectTitle { get; init; }

    /// <summary>Of the progress report, the closing or the outcome.</summary>
    public Guid ClaimId { get; init; }

    /// <summary>The day that was reported on, or of the closing.</summary>
    public DateOnly? ClaimAsOf { get; init; }

    /// <summary>Whether the claim is still made: false once the progress report was returned, or the closing was undone.</summary>
    public bool ClaimStands { get; init; }

    /// <summary>Only of an outcome: its title.</summary>
    public string? ClaimTitle { get; init; }

    public VoiceState State { get; init; }

    public VoiceStance? Stance { get; init; }

    public string? Text { get; init; }

    /// <summary>ISO 639-1; null where it was not said.</summary>
    public string? Language { get; init; }

    public VoiceShownAs? ShownAs { get; init; }

    /// <summary>Who it is, as they want to be shown: a name, a role, or "a member of …".</summary>
    public string? By { get; init; }

    /// <summary>Null for a protected person of a group of fewer than five.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>A code, such as <c>communities</c>.</summary>
    public string StakeholderGroup { get; init; } = "";

    /// <summary>The day (UTC); the time is not told, because it could tell who it was.</summary>
    public DateOnly GivenOn { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>Why the secretariat hides it.</summary>
    public string? HiddenBecause { get; init; }

    public string? EvidenceUrl { get; init; }

    public string? EvidenceTitle { get; init; }

    /// <summary>A photo or voice note; its content is at <c>…/voices/{voiceId}/media</c>.</summary>
    public VoiceMediaDetails? Media { get; init; }

    /// <summary>The answer of the accountable organization, or of the one that organizes the dialogue.</summary>
    public string? Reply { get; init; }

    public DateOnly? RepliedOn { get; init; }

    /// <summary>The version for If-Match.</summary>
    [JsonIgnore]
    public int Version { get; init; }
}

/// <param name="ContentType">Detected from the content.</param>
/// <param name="Size">In bytes.</param>
public sealed record VoiceMediaDetails(string ContentType, long Size)
{
    [JsonIgnore]
    public bool IsPhoto => ContentType.StartsWith("image/", StringComparison.Ordinal);
}
