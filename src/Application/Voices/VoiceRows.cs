using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>A voice as it is read, before it is decided what of it the caller may see.</summary>
internal sealed record VoiceRow
{
    public required Voice Voice { get; init; }

    public required string? OrganizationName { get; init; }

    public required bool ClaimStands { get; init; }

    /// <summary>Only of an outcome: its title.</summary>
    public string? ClaimTitle { get; init; }

    /// <summary>The title of the commitment, or of the dialogue; null where it is known to the reader.</summary>
    public string? SubjectTitle { get; init; }

    /// <summary>What the caller may see. Only the secretariat, which can restore it, reads a hidden voice.</summary>
    public VoiceDetails For(ICurrentUser user, IVocabulary vocabulary)
    {
        var voice = Voice;
        var details = new VoiceDetails
        {
            Id = voice.Id.Value,
            CommitmentId = voice.CommitmentId?.Value,
            DialogueId = voice.DialogueId?.Value,
            ClaimKind = voice.ClaimKind,
            ClaimId = voice.ClaimId,
            ClaimAsOf = voice.ClaimAsOf,
            ClaimTitle = ClaimTitle,
            ClaimStands = ClaimStands,
            SubjectTitle = SubjectTitle,
            State =
                voice.IsWithdrawn ? VoiceState.Withdrawn
                : voice.IsHidden ? VoiceState.Hidden
                : VoiceState.Given,
            StakeholderGroup = voice.StakeholderGroup,
            GivenOn = DayOf(voice.GivenAt),
            WithdrawnOn = voice.WithdrawnAt is { } withdrawn ? DayOf(withdrawn) : null,
            HiddenBecause = voice.HiddenBecause,
            Version = voice.Version,
        };
        if (voice.IsWithdrawn || (voice.IsHidden && user.Role != Role.Secretariat))
            return details;
        return details with
        {
            Stance = voice.Stance,
            Text = voice.Text,
            Language = voice.Language,
            ShownAs = voice.ShownAs,
            By = By(vocabulary),
            OrganizationId = voice.ShowsGroupOnly ? null : voice.OrganizationId?.Value,
            EvidenceUrl = voice.EvidenceUrl,
            EvidenceTitle = voice.EvidenceTitle,
            Media = voice.Media is { } media ? new VoiceMediaDetails(media.ContentType, media.Size) : null,
            Reply = voice.Reply,
            RepliedOn = voice.RepliedAt is { } replied ? DayOf(replied) : null,
        };
    }

    private string By(IVocabulary vocabulary) =>
        Voice switch
        {
            { ShowsGroupOnly: true } => Texts.Page(
                "voice.by.group",
                vocabulary.NameOf(VocabularyKind.StakeholderGroup, Voice.StakeholderGroup)
            ),
            { Label: { } label } => Texts.Page("voice.by.label", label, OrganizationName),
            _ => Texts.Page("voice.by.member", OrganizationName),
        };

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}

internal static class VoiceRows
{
    public static Expression<Func<Voice, VoiceRow>> Row(ITrackerDb db)
    {
        var standing = db.Voices.WhereClaimStands(db);
        return v => new VoiceRow
        {
            Voice = v,
            OrganizationName = db.Organizations.Where(o => o.Id == v.OrganizationId).Select(o => o.Name).FirstOrDefault(),
            ClaimStands = standing.Any(s => s.Seq == v.Seq),
            ClaimTitle =
                v.ClaimKind == VoiceClaimKind.Outcome
                    ? db.Outcomes.Where(o => (Guid)(object)o.Id == v.ClaimId).Select(o => o.Title).FirstOrDefault()
                    : null,
            SubjectTitle =
                v.ClaimKind == VoiceClaimKind.Outcome
                    ? db.Dialogues.Where(d => d.Id == v.DialogueId).Select(d => d.Title).FirstOrDefault()
                    : db.Commitments.Where(c => c.Id == v.CommitmentId).Select(c => c.Title).FirstOrDefault(),
        };
    }

    public static async Task<VoiceDetails> GetDetailsAsync(
        this IQueryable<Voice> voices,
        VoiceId id,
        ITrackerDb db,
        ICurrentUser user,
        IVocabulary vocabulary,
        CancellationToken ct
    ) =>
        (await voices.AsNoTracking().Where(v => v.Id == id).Select(Row(db)).SingleOrDefaultAsync(ct))?.For(user, vocabulary)
        ?? throw DomainException.NotFound("voice");
}
