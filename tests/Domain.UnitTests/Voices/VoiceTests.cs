using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Voices;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Voices;

public sealed class VoiceTests
{
    private static readonly VoiceMedia Photo = new("0199", "image/jpeg", 1000);
    private readonly Commitment _commitment = Active();
    private readonly OrganizationId _community = OrganizationId.New();

    [Fact]
    public void A_voice_has_words_or_a_file()
    {
        Action empty = () => Give(Statement() with { Text = " " });
        empty.MustRefuse("voice.empty").Field.ShouldBe("text");
        Give(Statement() with { Text = null, Media = Photo }).Media.ShouldBe(Photo);
    }

    [Fact]
    public void Whoever_is_not_protected_says_under_which_name_or_role_they_are_shown()
    {
        Action named = () => Give(Statement(VoiceShownAs.Named) with { Label = null });
        named.MustRefuse("voice.labelMissing").Field.ShouldBe("label");
        Give(Statement(VoiceShownAs.Role) with { Label = " Midwife " }).Label.ShouldBe("Midwife");
    }

    [Fact]
    public void A_protected_voice_keeps_no_name_and_needs_consent_to_be_recognized_in_a_file()
    {
        Give(Statement(VoiceShownAs.Protected) with { Label = "Amina" }).Label.ShouldBeNull();
        Action recognizable = () => Give(Statement(VoiceShownAs.Protected) with { Media = Photo });
        recognizable.MustRefuse("voice.consentMissing").Field.ShouldBe("mayBeRecognized");
        Give(Statement(VoiceShownAs.Protected) with { Media = Photo, MayBeRecognized = true }).Media.ShouldBe(Photo);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void The_organization_of_a_protected_person_is_shown_from_five_people_on(int people, bool groupOnly)
    {
        Give(Statement(VoiceShownAs.Protected), people).ShowsGroupOnly.ShouldBe(groupOnly);
        Give(Statement(), people).ShowsGroupOnly.ShouldBeFalse();
    }

    [Fact]
    public void The_history_holds_what_is_said_only_of_a_voice_under_a_name_and_belongs_to_the_commitment_alone()
    {
        Give(Statement(VoiceShownAs.Named)).Last<VoiceGiven>().Stance.ShouldBe(VoiceStance.Disputes);
        Give(Statement(VoiceShownAs.Role)).Last<VoiceGiven>().Stance.ShouldBeNull();
        var voice = Give(Statement(VoiceShownAs.Protected));
        voice.Last<VoiceGiven>().Stance.ShouldBeNull();
        voice.HistorySubject.ShouldBe(new(_commitment.Id.Value, null, null));
    }

    [Fact]
    public void Withdrawing_leaves_only_that_there_was_a_voice()
    {
        var voice = Give(Statement() with { Media = Photo, Language = "bn", EvidenceUrl = "https://example.org/" });
        voice.ReplyWith("We looked again.", Now);
        voice.Withdraw(Now.AddDays(1)).ShouldBe(Photo);
        voice.Withdraw(Now.AddDays(2)).ShouldBeNull("withdrawing again does nothing");
        voice.WithdrawnAt.ShouldBe(Now.AddDays(1));
        voice.ClaimId.ShouldBe(_commitment.Id.Value);
        new object?[]
        {
            voice.Stance,
            voice.Text,
            voice.Language,
            voice.ShownAs,
            voice.Label,
            voice.OrganizationId,
            voice.EvidenceUrl,
            voice.Media,
            voice.Reply,
        }.ShouldAllBe(left => left == null);
        Action reply = () => voice.ReplyWith("Too late.", Now);
        reply.MustRefuse("voice.withdrawn");
    }

    [Fact]
    public void The_history_says_that_an_answer_replaced_an_earlier_one_and_the_same_answer_again_does_nothing()
    {
        var voice = Give(Statement());
        voice.ReplyWith("We check.", Now);
        voice.Last<VoiceReplied>().Replaces.ShouldBeFalse();
        var version = voice.Version;
        voice.ReplyWith(" We check. ", Now.AddDays(1));
        (voice.Version, voice.RepliedAt).ShouldBe((version, Now));
        voice.ReplyWith("It was a holiday.", Now.AddDays(1));
        voice.Last<VoiceReplied>().Replaces.ShouldBeTrue();
        (voice.Reply, voice.RepliedAt).ShouldBe(("It was a holiday.", Now.AddDays(1)));
    }

    [Fact]
    public void The_organization_is_told_of_a_voice_on_the_day_after_unless_it_is_answered_or_withdrawn()
    {
        Give(Statement()).NoticeOn.ShouldBe(Today.AddDays(1));
        var answered = Give(Statement());
        answered.ReplyWith("We check.", Now);
        answered.NoticeOn.ShouldBeNull();
        var withdrawn = Give(Statement());
        withdrawn.Withdraw(Now);
        withdrawn.NoticeOn.ShouldBeNull();
    }

    [Fact]
    public void The_day_of_the_claim_stays_with_a_withdrawn_voice()
    {
        var claim = new VoiceClaim(VoiceClaimKind.Closing, _commitment.ClosingId);
        var circle = new VoiceCircle(_community, VoiceCircle.Communities, 1);
        var voice = Voice.Give(VoiceSubject.Of(_commitment, Day("2026-11-20")), claim, Statement(), circle, Now);
        voice.Withdraw(Now);
        voice.ClaimAsOf.ShouldBe(Day("2026-11-20"));
    }

    [Fact]
    public void A_closing_after_a_reopening_is_another_claim()
    {
        _commitment.ClosingId.ShouldBe(_commitment.Id.Value, "the first closing has the id of the commitment");
        _commitment.Close();
        var first = _commitment.ClosingId;
        _commitment.Reopen("It was another one.", null, At());
        _commitment.Close();
        var second = _commitment.ClosingId;
        _commitment.Reopen("It was not.", null, At());
        new[] { first, second, _commitment.ClosingId }.Distinct().Count().ShouldBe(3);
        first.ShouldBe(_commitment.Id.Value);
    }

    [Fact]
    public void A_hidden_voice_is_not_counted_and_not_answered_until_it_is_restored()
    {
        var voice = Give(Statement());
        Action restore = voice.Restore;
        restore.MustRefuse("voice.notHidden");
        voice.Hide(" It names a child. ");
        voice.HiddenBecause.ShouldBe("It names a child.");
        voice.Counts.ShouldBeFalse();
        Action reply = () => voice.ReplyWith("An answer.", Now);
        reply.MustRefuse("voice.hidden");
        voice.Restore();
        voice.Counts.ShouldBeTrue();
    }

    [Fact]
    public void A_link_gives_one_voice_anew_until_it_expires_and_forgets_the_person_with_it()
    {
        var claim = new VoiceClaim(VoiceClaimKind.Closing, _commitment.Id.Value);
        var (link, token) = VoiceInvitation.Make(VoiceSubject.Of(_commitment), claim, _community, new("key", "encrypted"), "fr", Now);
        link.Hash.ShouldBe(Domain.Access.Secret.HashOf(token));
        link.StateAt(Now).ShouldBe(VoiceLinkState.Open);
        link.StateAt(link.ExpiresAt).ShouldBe(VoiceLinkState.Expired);
        link.Use(VoiceId.New(), Now);
        link.Use(VoiceId.New(), Now);
        link.StateAt(link.ExpiresAt).ShouldBe(VoiceLinkState.Given, "a voice can be withdrawn at any time");
        Action late = () => link.Use(VoiceId.New(), link.ExpiresAt);
        late.MustRefuse("voice.linkNotUsable");
        link.Forget(Now);
        link.StateAt(Now).ShouldBe(VoiceLinkState.Withdrawn);
        (link.PersonKey ?? link.Encrypted).ShouldBeNull();
    }

    [Fact]
    public void A_revoked_link_gives_no_voice()
    {
        var claim = new VoiceClaim(VoiceClaimKind.Closing, _commitment.Id.Value);
        var (link, _) = VoiceInvitation.Make(VoiceSubject.Of(_commitment), claim, _community, new("key", "encrypted"), null, Now);
        link.Revoke(Now);
        link.Encrypted.ShouldBeNull();
        Action use = () => link.Use(VoiceId.New(), Now);
        use.MustRefuse("voice.linkNotUsable");
    }

    [Fact]
    public void The_ids_of_voices_tell_no_time() => VoiceId.New().Value.Version.ShouldBe(4);

    private static VoiceStatement Statement(VoiceShownAs shownAs = VoiceShownAs.Named) =>
        new(VoiceStance.Disputes, shownAs, "The clinic is closed.", Label: "Amina Diallo");

    private Voice Give(VoiceStatement statement, int people = 1) =>
        Voice.Give(
            VoiceSubject.Of(_commitment),
            new VoiceClaim(VoiceClaimKind.Closing, _commitment.Id.Value),
            statement,
            new VoiceCircle(_community, VoiceCircle.Communities, people),
            Now
        );
}
