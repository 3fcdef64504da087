using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Voices;

/// <summary>Its value is random and tells no time, because the time could tell who gave a protected voice.</summary>
public readonly record struct VoiceId(Guid Value)
{
    public static VoiceId New() => new(Guid.NewGuid());
}

/// <summary>
/// What somebody of a community states on one claim of a commitment, or on one outcome of a dialogue. Nothing here says who they are,
/// except a name or role under which they want to be shown; see <see cref="VoiceIdentity"/>.
/// </summary>
public sealed class Voice : AggregateRoot, IHasHistory
{
    private Voice() { }

    public VoiceId Id { get; private set; }

    /// <summary>Null for an outcome of a dialogue.</summary>
    public CommitmentId? CommitmentId { get; private set; }

    /// <summary>The dialogue of the outcome; null for a claim of a commitment.</summary>
    public DialogueId? DialogueId { get; private set; }

    /// <inheritdoc cref="VoiceSubject.ScopeId"/>
    public Guid ScopeId { get; private set; }

    public VoiceClaimKind ClaimKind { get; private set; }

    /// <summary>Of the progress report, the closing or the outcome.</summary>
    public Guid ClaimId { get; private set; }

    /// <summary>The day that was reported on, or of the closing, also where that was undone since; null where there is none.</summary>
    public DateOnly? ClaimAsOf { get; private set; }

    /// <summary>Null once it is withdrawn.</summary>
    public VoiceStance? Stance { get; private set; }

    public string? Text { get; private set; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; private set; }

    /// <summary>Null once it is withdrawn.</summary>
    public VoiceShownAs? ShownAs { get; private set; }

    /// <summary>The name or role; null for a protected person.</summary>
    public string? Label { get; private set; }

    /// <summary>The community organization; null once it is withdrawn.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    /// <summary>
    /// Whether the stakeholder group is shown instead of the organization: because the circle was small when the voice was given, or became
    /// small since. What was wide stays wide.
    /// </summary>
    public bool ShowsGroupOnly { get; private set; }

    /// <summary>A code, such as <c>communities</c>.</summary>
    public string StakeholderGroup { get; private set; } = "";

    public string? EvidenceUrl { get; private set; }

    public string? EvidenceTitle { get; private set; }

    public VoiceMedia? Media { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why the secretariat hides it, because it could do harm; shown to readers.</summary>
    public string? HiddenBecause { get; private set; }

    /// <summary>The answer of the accountable organization, or of the one that organizes the dialogue.</summary>
    public string? Reply { get; private set; }

    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>
    /// The day (UTC) from which on the organization that made the claim is told that there is a voice: the day after, so that the time of
    /// the mail does not tell who spoke. Null once it was told, has answered, or has nothing to be told any more.
    /// </summary>
    public DateOnly? NoticeOn { get; private set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    public bool IsHidden => HiddenBecause is not null;

    /// <summary>Whether it is read and counted.</summary>
    public bool Counts => !IsWithdrawn && !IsHidden;

    /// <summary>Only the commitment or dialogue: the organization of a protected person must not be found by it.</summary>
    public HistorySubject HistorySubject => new(CommitmentId?.Value, null, null, DialogueId: DialogueId?.Value);

    /// <exception cref="DomainException">Something is missing: words or a file, a name, or the consent to be recognized.</exception>
    public static Voice Give(VoiceSubject subject, VoiceClaim claim, VoiceStatement statement, VoiceCircle circle, DateTimeOffset now)
    {
        var text = Blank.ToNull(statement.Text);
        if (text is null && statement.Media is null)
            throw VoiceErrors.Empty();
        var isProtected = statement.ShownAs == VoiceShownAs.Protected;
        var label = isProtected ? null : Blank.ToNull(statement.Label);
        if (!isProtected && label is null)
            throw VoiceErrors.LabelMissing();
        if (isProtected && statement.Media is not null && !statement.MayBeRecognized)
            throw VoiceErrors.ConsentMissing();

        var voice = new Voice
        {
            Id = VoiceId.New(),
            CommitmentId = subject.CommitmentId,
            DialogueId = subject.DialogueId,
            ScopeId = subject.ScopeId,
            ClaimKind = claim.Kind,
            ClaimId = claim.Id,
            ClaimAsOf = subject.ClaimAsOf,
            Stance = statement.Stance,
            Text = text,
            Language = statement.Language,
            ShownAs = statement.ShownAs,
            Label = label,
            OrganizationId = circle.OrganizationId,
            ShowsGroupOnly = isProtected && circle.IsSmall,
            StakeholderGroup = circle.StakeholderGroup,
            EvidenceUrl = Blank.ToNull(statement.EvidenceUrl),
            EvidenceTitle = Blank.ToNull(statement.EvidenceTitle),
            Media = statement.Media,
            GivenAt = now,
            NoticeOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1),
        };
        voice.Raise(
            statement.ShownAs == VoiceShownAs.Named
                ? new VoiceGiven(voice.CommitmentId, voice.DialogueId, claim.Kind, claim.Id, statement.Stance)
                : new VoiceGiven(voice.CommitmentId, voice.DialogueId, claim.Kind, claim.Id)
        );
        return voice;
    }

    /// <summary>Whether it says the same, so that a request that is sent twice gives one voice.</summary>
    public bool Says(VoiceStatement statement) =>
        Counts
        && Media is null
        && statement.Media is null
        && Stance == statement.Stance
        && ShownAs == statement.ShownAs
        && Text == Blank.ToNull(statement.Text)
        && Language == statement.Language
        && (ShownAs == VoiceShownAs.Protected || Label == Blank.ToNull(statement.Label))
        && EvidenceUrl == Blank.ToNull(statement.EvidenceUrl)
        && EvidenceTitle == Blank.ToNull(statement.EvidenceTitle);

    /// <summary>
    /// Deletes what was said and under what. It remains that there was a voice on this claim. Withdrawing it again does nothing.
    /// </summary>
    /// <returns>The file to delete; null where there is none.</returns>
    public VoiceMedia? Withdraw(DateTimeOffset now)
    {
        if (IsWithdrawn)
            return null;
        var media = Media;
        WithdrawnAt = now;
        Stance = null;
        Text = null;
        Language = null;
        ShownAs = null;
        Label = null;
        OrganizationId = null;
        EvidenceUrl = null;
        EvidenceTitle = null;
        Media = null;
        Reply = null;
        RepliedAt = null;
        HiddenBecause = null;
        NoticeOn = null;
        Raise(new VoiceWithdrawn(CommitmentId, DialogueId, ClaimKind, ClaimId));
        return media;
    }

    /// <summary>
    /// The organization that made the claim answers, or replaces its answer. The history says which of both, but not what the earlier
    /// answer said, because that may name a protected person. The same answer again does nothing.
    /// </summary>
    public void ReplyWith(string text, DateTimeOffset now)
    {
        MustCount();
        if (Reply == text.Trim())
            return;
        var replaces = Reply is not null;
        Reply = text.Trim();
        RepliedAt = now;
        NoticeOn = null;
        Raise(new VoiceReplied(CommitmentId, DialogueId, ClaimKind, ClaimId, replaces));
    }

    /// <param name="reason">Which harm it could do; shown to readers.</param>
    public void Hide(string reason)
    {
        MustCount();
        HiddenBecause = reason.Trim();
        Raise(new VoiceHidden(CommitmentId, DialogueId, ClaimKind, ClaimId));
    }

    public void Restore()
    {
        if (!IsHidden)
            throw VoiceErrors.NotHidden();
        HiddenBecause = null;
        Raise(new VoiceRestored(CommitmentId, DialogueId, ClaimKind, ClaimId));
    }

    private void MustCount()
    {
        if (IsWithdrawn)
            throw VoiceErrors.Withdrawn();
        if (IsHidden)
            throw VoiceErrors.Hidden();
    }
}
