using PartnershipTracker.Domain.Mail;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Mail;

public sealed class OutgoingMailTests
{
    private readonly OutgoingMail _mail = new("board@example.org", "Report", "<p>Report</p>", "Report", Now);

    [Fact]
    public void A_new_mail_is_due_at_once() => _mail.NextAttemptAt.ShouldBe(Now);

    [Fact]
    public void It_is_tried_again_after_1_2_4_minutes_and_never_more_than_four_hours_apart()
    {
        var waits = Enumerable.Range(0, 12).Select(_ =>
        {
            _mail.Failed("Down", Now);
            return (_mail.NextAttemptAt!.Value - Now).TotalMinutes;
        }).ToList();
        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240]);
        _mail.Attempts.ShouldBe(12);
    }

    [Fact]
    public void What_holds_a_key_is_forgotten_once_it_is_delivered()
    {
        var mail = new OutgoingMail("rahima@example.org", "Report", "<a href=secret>", "secret", Now, holdsKey: true);
        mail.Failed("Down", Now);
        mail.Text.ShouldBe("secret", "it is still owed");
        mail.Delivered(Now);
        (mail.Html + mail.Text).ShouldBeEmpty();

        _mail.Delivered(Now);
        _mail.Text.ShouldBe("Report");
    }

    [Fact]
    public void It_is_never_given_up()
    {
        for (var i = 0; i < 5000; i++) _mail.Failed("Down", Now);
        _mail.NextAttemptAt.ShouldBe(Now.AddHours(4));
    }

    [Fact]
    public void A_delivered_mail_is_not_sent_again()
    {
        _mail.Failed("Down", Now);
        _mail.Delivered(Now.AddMinutes(1));
        _mail.NextAttemptAt.ShouldBeNull();
        _mail.SentAt.ShouldBe(Now.AddMinutes(1));
        _mail.LastError.ShouldBeNull();
        _mail.Attempts.ShouldBe(2);
    }

    [Fact]
    public void A_long_error_is_cut()
    {
        _mail.Failed(new string('x', 10_000), Now);
        _mail.LastError!.Length.ShouldBe(OutgoingMail.ErrorMaxLength);
    }
}
