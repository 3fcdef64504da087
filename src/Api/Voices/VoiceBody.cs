using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Voices;

/// <param name="ClaimId">Of the progress report or the outcome; for a closing the <c>closingId</c> of the commitment.</param>
/// <param name="ShownAs">Under a name, a role, or protected: then only the secretariat can read who it is.</param>
/// <param name="Text">In their own words and language; may be left out where there is a photo or voice note.</param>
/// <param name="Language">The language of the text or the voice note (ISO 639-1), e.g. <c>bn</c>.</param>
/// <param name="Label">The name or role under which it is shown; needed unless it is protected.</param>
/// <param name="EvidenceUrl">A link to evidence.</param>
/// <param name="EvidenceTitle">What the link leads to.</param>
/// <param name="MayBeRecognized">
/// Needed for a protected voice with a photo or voice note: faces and voices can identify people.
/// </param>
internal sealed record VoiceBody(
    VoiceClaimKind ClaimKind,
    Guid ClaimId,
    VoiceStance Stance,
    VoiceShownAs ShownAs,
    string? Text = null,
    string? Language = null,
    string? Label = null,
    string? EvidenceUrl = null,
    string? EvidenceTitle = null,
    bool MayBeRecognized = false,
    VoiceFile? Media = null
)
{
    public VoiceDraft ToDraft() => new(Stance, ShownAs, Text, Language, Label, EvidenceUrl, EvidenceTitle, MayBeRecognized, Media);
}

/// <param name="Text">The answer of the organization that made the claim, shown beside the voice.</param>
internal sealed record ReplyBody(string Text);
