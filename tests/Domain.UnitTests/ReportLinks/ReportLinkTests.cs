using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.ReportLinks;

public sealed class ReportLinkTests
{
    private static readonly DateTimeOffset Expires = Now.AddDays(30);
    private readonly Contact _contact = Partner().AddContact("Rahima", "rahima@example.org", ContactRole.FocalPoint);
    private readonly ReportLink _link;
    private readonly string _token;

    public ReportLinkTests() => (_link, _token) = ReportLink.Make(CommitmentId.New(), _contact, " The board meets. ", Now, Expires);

    [Fact]
    public void The_token_of_a_report_link_is_long_and_random_and_only_its_hash_is_stored()
    {
        _token.Length.ShouldBe(32, "192 bits");
        _token.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_', "it is part of an address");
        _link.Hash.ShouldBe(Domain.Access.Secret.HashOf(_token));
        _link.Hash.ShouldNotContain(_token);
        ReportLink.Make(_link.CommitmentId, _contact, null, Now, Expires).Token.ShouldNotBe(_token);
        _link.Reason.ShouldBe("The board meets.");
        _link.Last<ReportLinkSent>().ContactId.ShouldBe(_contact.Id);
    }

    [Fact]
    public void A_report_link_is_open_until_it_expires()
    {
        _link.StateAt(Expires.AddTicks(-1)).ShouldBe(ReportLinkState.Open);
        _link.StateAt(Expires).ShouldBe(ReportLinkState.Expired);
        Action expired = () => _link.Use(ProgressReportId.New(), Expires);
        expired.MustRefuse("reportLink.notUsable");
    }

    [Fact]
    public void A_report_link_works_for_one_progress_report()
    {
        var report = ProgressReportId.New();
        _link.Use(report, Now);
        _link.StateAt(Expires.AddYears(1)).ShouldBe(ReportLinkState.Used);
        _link.Last<ReportLinkUsed>().ReportId.ShouldBe(report);
        Action again = () => _link.Use(ProgressReportId.New(), Now);
        again.MustRefuse("reportLink.notUsable");
    }

    [Fact]
    public void A_revoked_report_link_stops_working_and_is_revoked_once()
    {
        _link.Revoke(Now);
        _link.Revoke(Now.AddDays(1));
        _link.RevokedAt.ShouldBe(Now);
        _link.Events.OfType<ReportLinkRevoked>().ShouldHaveSingleItem();
        _link.StateAt(Now).ShouldBe(ReportLinkState.Revoked);
        Action use = () => _link.Use(ProgressReportId.New(), Now);
        use.MustRefuse("reportLink.notUsable");
    }

    [Fact]
    public void A_report_link_remains_with_its_holder_until_the_colleague_accepts()
    {
        var (own, token) = _link.PassOn(new Colleague("Karim", "karim@example.org"), 0, Now, Expires);
        token.ShouldNotBe(_token);
        own.StateAt(Now).ShouldBe(ReportLinkState.Invited);
        _link.StateAt(Now).ShouldBe(ReportLinkState.Open);
        Action report = () => own.Use(ProgressReportId.New(), Now);
        report.MustRefuse("reportLink.notUsable");

        var karim = ContactId.New();
        own.TakeOver(karim, _link, Now);
        own.StateAt(Now).ShouldBe(ReportLinkState.Open);
        own.ContactId.ShouldBe(karim);
        own.Colleague.ShouldBeNull("the name is stored only with the contact");
        _link.StateAt(Now).ShouldBe(ReportLinkState.HandedOver);
        _link.HandedOverTo.ShouldBe(own.Id);
    }

    [Fact]
    public void A_progress_report_sent_before_the_colleague_accepts_is_kept()
    {
        var (own, _) = _link.PassOn(new Colleague("Karim", "karim@example.org"), 0, Now, Expires);
        _link.Use(ProgressReportId.New(), Now);
        own.TakeOver(ContactId.New(), _link, Now);
        _link.StateAt(Now).ShouldBe(ReportLinkState.Used);
    }

    [Fact]
    public void A_revoked_invitation_erases_the_named_colleague_and_cannot_be_accepted()
    {
        var (own, _) = _link.PassOn(new Colleague("Karim", "karim@example.org"), 0, Now, Expires);
        own.Revoke(Now);
        own.Colleague.ShouldBeNull();
        Action accept = () => own.TakeOver(ContactId.New(), _link, Now);
        accept.MustRefuse("reportLink.notUsable");
    }

    [Fact]
    public void A_report_link_invites_at_most_three_colleagues()
    {
        Action fourth = () => _link.PassOn(new Colleague("Karim", "karim@example.org"), ReportLink.MaxColleagues, Now, Expires);
        fourth.MustRefuse("reportLink.tooManyColleagues");
    }
}
