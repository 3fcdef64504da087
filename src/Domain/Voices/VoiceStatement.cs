using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Voices;

/// <summary>What somebody states on a claim.</summary>
/// <param name="Text">In their own words; may be null where a photo or voice note is the statement.</param>
/// <param name="Language">ISO 639-1, of the text or the voice note; null where it is not said.</param>
/// <param name="Label">The name or role under which it is shown; not kept for a protected person.</param>
/// <param name="EvidenceTitle">What the link leads to.</param>
/// <param name="MayBeRecognized">Whether the person accepts that a face or voice in the file can identify them.</param>
public sealed record VoiceStatement(
    VoiceStance Stance,
    VoiceShownAs ShownAs,
    string? Text = null,
    string? Language = null,
    string? Label = null,
    string? EvidenceUrl = null,
    string? EvidenceTitle = null,
    VoiceMedia? Media = null,
    bool MayBeRecognized = false
);

/// <summary>A photo or voice note without metadata, as it is stored.</summary>
/// <param name="File">The name in the file store.</param>
/// <param name="ContentType">Detected from the content.</param>
/// <param name="Size">In bytes.</param>
public sealed record VoiceMedia(string File, string ContentType, long Size)
{
    public const int FileMaxLength = 64;
    public const int ContentTypeMaxLength = 40;

    public bool IsPhoto => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>The group of people to which a voice belongs: an organization within a partnership, or a dialogue outside of them.</summary>
/// <param name="StakeholderGroup">The code of the group that is shown instead where the circle is small.</param>
/// <param name="People">How many different people it has, with whoever speaks now.</param>
public sealed record VoiceCircle(OrganizationId OrganizationId, string StakeholderGroup, int People)
{
    /// <summary>Below this number of people the organization is not shown, because the person could be guessed.</summary>
    public const int MinPeople = 5;

    /// <summary>The code of the stakeholder group of everybody who gives a voice.</summary>
    public const string Communities = "communities";

    public bool IsSmall => People < MinPeople;
}
