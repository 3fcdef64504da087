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
    public void Its_token_is_long_random_and_kept_as_a_hash_only()
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
    public void It_is_open_until_it_expires()
    {
        _link.StateAt(Expires.AddTicks(-1)).ShouldBe(ReportLinkState.Open);
        _link.StateAt(Expires).ShouldBe(ReportLinkState.Expired);
        Action late = () => _link.Use(ProgressReportId.New(), Expires);
        late.MustRefuse("reportLink.notUsable");
    }

    [Fact]
    public void One_report_spends_it()
    {
        var report = ProgressReportId.New();
        _link.Use(report, Now);
        _link.StateAt(Expires.AddYears(1)).ShouldBe(ReportLinkState.Used);
        _link.Last<ReportLinkUsed>().ReportId.ShouldBe(report);
        Action again = () => _link.Use(ProgressReportId.New(), Now);
        again.MustRefuse("reportLink.notUsable");
    }

    [Fact]
    public void Revoked_it_opens_nothing_and_twice_is_once()
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
    public void It_stays_its_holders_until_the_colleague_says_yes()
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
        own.Colleague.ShouldBeNull("a name is kept with the contact alone");
        _link.StateAt(Now).ShouldBe(ReportLinkState.HandedOver);
        _link.HandedOverTo.ShouldBe(own.Id);
    }

    [Fact]
    public void A_report_that_came_before_the_colleague_said_yes_stays()
    {
        var (own, _) = _link.PassOn(new Colleague("Karim", "karim@example.org"), 0, Now, Expires);
        _link.Use(ProgressReportId.New(), Now);
        own.TakeOver(ContactId.New(), _link, Now);
        _link.StateAt(Now).ShouldBe(ReportLinkState.Used);
    }

    [Fact]
    public void A_revoked_invitation_forgets_who_was_named_and_cannot_be_taken()
    {
        var (own, _) = _link.PassOn(new Colleague("Karim", "karim@example.org"), 0, Now, Expires);
        own.Revoke(Now);
        own.Colleague.ShouldBeNull();
        Action take = () => own.TakeOver(ContactId.New(), _link, Now);
        take.MustRefuse("reportLink.notUsable");
    }

    [Fact]
    public void Nobody_writes_to_many_strangers_through_one_link()
    {
        Action fourth = () => _link.PassOn(new Colleague("Karim", "karim@example.org"), ReportLink.MaxColleagues, Now, Expires);
        fourth.MustRefuse("reportLink.tooManyColleagues");
    }
}
