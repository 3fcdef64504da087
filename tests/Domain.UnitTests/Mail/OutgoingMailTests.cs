using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Mail;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Mail;

public sealed class OutgoingMailTests
{
    private readonly OutgoingMail _mail = new("board@example.org", "Report", "<p>Report</p>", "Report", Now);

    [Fact]
    public void A_new_mail_is_due_at_once() =>
        _mail
            .Work(Now)
            .ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                w => w.Kind.ShouldBe(DeferredKind.Mail),
                w => w.SubjectId.ShouldBe(_mail.Id.Value),
                w => w.NextTryAt.ShouldBe(DeferredWork.AtOnce),
                w => w.Priority.ShouldBe(0)
            );

    [Fact]
    public void An_urgent_mail_is_sent_before_all_others() => _mail.Urgent().Work(Now)!.Priority.ShouldBe(DeferredWork.Urgent);

    [Fact]
    public void A_mail_without_a_recipient_is_withheld_but_stored_like_any_other()
    {
        var mail = new OutgoingMail("", "Sign in", "<p>Sign in</p>", "Sign in", Now).Urgent();
        (mail.IsWithheld, _mail.IsWithheld).ShouldBe((true, false));
        mail.Work(Now)!.Priority.ShouldBe(DeferredWork.Urgent);
    }

    [Fact]
    public void A_secret_in_a_mail_is_erased_after_delivery()
    {
        var mail = new OutgoingMail("rahima@example.org", "Report", "<a href=secret>", "secret", Now, holdsKey: true);
        mail.Text.ShouldBe("secret", "it is not delivered yet");
        mail.Delivered(Now);
        (mail.Html + mail.Text).ShouldBeEmpty();

        _mail.Delivered(Now.AddMinutes(1));
        _mail.Text.ShouldBe("Report");
        _mail.SentAt.ShouldBe(Now.AddMinutes(1));
    }

    [Fact]
    public void A_secret_in_a_mail_is_erased_when_the_mail_is_dropped()
    {
        var mail = new OutgoingMail("rahima@example.org", "Report", "<a href=secret>", "secret", Now, holdsKey: true);
        mail.Dropped();
        (mail.Html + mail.Text).ShouldBeEmpty();
        mail.SentAt.ShouldBeNull();
    }
}
