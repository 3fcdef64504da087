using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>What somebody states on a claim.</summary>
/// <param name="ShownAs">Under a name, a role, or protected: then only the secretariat can read who it is.</param>
/// <param name="Text">In their own words and language, up to 8000 characters; may be left out where there is a photo or voice note.</param>
/// <param name="Language">The language of the text or the voice note (ISO 639-1), e.g. <c>bn</c>.</param>
/// <param name="Label">The name or role under which it is shown; needed unless it is protected.</param>
/// <param name="EvidenceUrl">A link to evidence.</param>
/// <param name="EvidenceTitle">What the link leads to.</param>
/// <param name="MayBeRecognized">
/// Needed for a protected voice with a photo or voice note: faces and voices can identify people.
/// </param>
public sealed record VoiceDraft(
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
    internal VoiceStatement ToStatement(VoiceMedia? media) =>
        new(
            Stance,
            ShownAs,
            Text?.ReplaceLineEndings("\n"),
            Blank.ToNull(Language)?.ToLowerInvariant(),
            Label,
            EvidenceUrl,
            EvidenceTitle,
            media,
            MayBeRecognized
        );
}

/// <summary>A photo (JPEG, PNG) or voice note (WAV, MP3, OGG) of at most 5 MB. Its name is not kept, and metadata are removed.</summary>
/// <param name="Content">Base64.</param>
#pragma warning disable CA1819 // JSON reads and writes Base64 as an array of bytes.
public sealed record VoiceFile(byte[] Content);
#pragma warning restore CA1819

internal sealed class VoiceDraftValidator : AbstractValidator<VoiceDraft>
{
    public VoiceDraftValidator()
    {
        RuleFor(v => v.Stance).IsKnownValue();
        RuleFor(v => v.ShownAs).IsKnownValue();
        RuleFor(v => v.Text).Optional(Limits.Narrative);
        RuleFor(v => v.Language)
            .OptionalLine(Limits.Language)
            .Must(code => Blank.ToNull(code) is not { } given || VoiceLanguages.IsKnown(given.ToLowerInvariant()))
            .WithText("form.unknownValue");
        RuleFor(v => v.Label).OptionalLine(Limits.Name);
        RuleFor(v => v.EvidenceUrl).HttpUrl(Limits.Url);
        RuleFor(v => v.EvidenceTitle).OptionalLine(Limits.Title);
    }
}
