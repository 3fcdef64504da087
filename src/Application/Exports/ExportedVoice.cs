using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// A voice as a file holds it. A file cannot be called back, so of a protected voice, and of one that is hidden, it holds no words, no
/// label, no organization and nothing that was given with it.
/// </summary>
/// <param name="SubjectTitle">The title of the commitment, or of the dialogue.</param>
/// <param name="ClaimAsOf">The day that was reported on, or of the closing.</param>
/// <param name="By">A name or a role, as they want to be shown; null for a protected person.</param>
/// <param name="GivenOn">The day (UTC).</param>
public sealed record ExportedVoice(
    Guid Id,
    string? SubjectTitle,
    VoiceClaimKind ClaimKind,
    Guid ClaimId,
    DateOnly? ClaimAsOf,
    string? ClaimTitle,
    VoiceState State,
    VoiceStance? Stance,
    VoiceShownAs? ShownAs,
    string StakeholderGroup,
    DateOnly GivenOn,
    DateOnly? WithdrawnOn,
    string? HiddenBecause,
    string? By = null,
    Guid? OrganizationId = null,
    string? Text = null,
    string? Language = null,
    string? EvidenceUrl = null,
    string? EvidenceTitle = null,
    string? Reply = null,
    DateOnly? RepliedOn = null
)
{
    public static ExportedVoice Of(VoiceDetails voice)
    {
        var isGiven = voice.State == VoiceState.Given;
        var exported = new ExportedVoice(
            voice.Id,
            voice.SubjectTitle,
            voice.ClaimKind,
            voice.ClaimId,
            voice.ClaimAsOf,
            voice.ClaimTitle,
            voice.State,
            isGiven ? voice.Stance : null,
            isGiven ? voice.ShownAs : null,
            voice.StakeholderGroup,
            voice.GivenOn,
            voice.WithdrawnOn,
            voice.HiddenBecause
        );
        return isGiven && voice.ShownAs is VoiceShownAs.Named or VoiceShownAs.Role
            ? exported with
            {
                By = voice.By,
                OrganizationId = voice.OrganizationId,
                Text = voice.Text,
                Language = voice.Language,
                EvidenceUrl = voice.EvidenceUrl,
                EvidenceTitle = voice.EvidenceTitle,
                Reply = voice.Reply,
                RepliedOn = voice.RepliedOn,
            }
            : exported;
    }
}
