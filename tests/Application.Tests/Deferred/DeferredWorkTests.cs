using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Deferred;

public sealed class DeferredWorkOnSqlite() : DeferredWorkTests(DatabaseProvider.Sqlite);

public sealed class DeferredWorkOnPostgreSql() : DeferredWorkTests(DatabaseProvider.PostgreSql);

/// <summary>The rules of all deferred work, tested with mail.</summary>
public abstract class DeferredWorkTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly Mailbox _mailbox = new();
    private TrackerHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await TrackerHost.StartAsync(
            provider,
            new Dictionary<string, string>(),
            services => services.Replace(ServiceDescriptor.Singleton<IMailer>(_mailbox))
        );

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task An_exception_fails_only_its_own_item_and_the_others_are_done()
    {
        await AddMails("first@example.org", "breaks@example.org", "last@example.org");
        _mailbox.Sending = mail =>
            mail.Recipient == "breaks@example.org" ? throw new InvalidCastException("breaks@example.org") : Task.CompletedTask;
        (await _host.Send(new DeliverMail())).ShouldBe(2);
        _mailbox.Sent.ShouldBe(["first@example.org", "last@example.org"]);
        (await Work())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                w => w.Attempts.ShouldBe(1),
                w => w.Reason.ShouldBe("InvalidCastException", "only the type, not the message"),
                w => w.Owner.ShouldBeNull(),
                w => w.ParkedAt.ShouldBeNull(),
                w => w.NextTryAt.ShouldBeInRange(_host.Clock.Now.AddMinutes(1), _host.Clock.Now.AddSeconds(66))
            );
    }

    [DatabaseFact]
    public async Task Work_that_keeps_failing_is_parked_with_its_reason()
    {
        await AddMails("breaks@example.org");
        _mailbox.Sending = _ => throw new MailRefusedException("smtp.451", isPermanent: false);
        for (var day = 0; day < 4 * 24; day++)
        {
            await _host.Send(new DeliverMail());
            _host.Clock.Now += TimeSpan.FromHours(1);
        }

        (await Work())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                w => w.ParkedAt.ShouldNotBeNull(),
                w => w.Reason.ShouldBe("smtp.451"),
                w => w.Attempts.ShouldBe(RetryPlan.Of(DeferredKind.Mail).MaxAttempts)
            );
        var attempts = _mailbox.Attempts;
        _host.Clock.Now += TimeSpan.FromDays(30);
        await _host.Send(new DeliverMail());
        _mailbox.Attempts.ShouldBe(attempts, "it is not tried again");
    }

    [DatabaseFact]
    public async Task Work_that_cannot_succeed_is_parked_at_once()
    {
        await AddMails("nobody@example.org");
        _mailbox.Sending = _ => throw new MailRefusedException("smtp.550", isPermanent: true);
        await _host.Send(new DeliverMail());
        (await Work())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                w => w.ParkedAt.ShouldBe(_host.Clock.Now),
                w => w.Reason.ShouldBe("smtp.550"),
                w => w.Attempts.ShouldBe(1)
            );
    }

    [DatabaseFact]
    public async Task Work_that_ends_the_program_at_each_attempt_is_parked_too()
    {
        await AddMails("kills@example.org", "waits@example.org");
        var last = RetryPlan.Of(DeferredKind.Mail).MaxAttempts;
        await _host.Db(db =>
            db.DeferredWork.Where(w => db.Mails.Any(m => m.Recipient == "kills@example.org" && (Guid)(object)m.Id == w.SubjectId))
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(w => w.Attempts, last)
                        .SetProperty(w => w.Owner, Guid.NewGuid())
                        .SetProperty(w => w.ClaimedUntil, TestClock.Start)
                )
        );
        (await _host.Send(new DeliverMail())).ShouldBe(1);
        _mailbox.Sent.ShouldBe(["waits@example.org"]);
        (await Work())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(w => w.ParkedAt.ShouldNotBeNull(), w => w.Reason.ShouldBe(DeferredWork.Interrupted));
    }

    [DatabaseFact]
    public async Task Work_claimed_by_another_worker_is_not_taken_until_the_claim_ends()
    {
        await AddMails("claimed@example.org");
        await Claim(_host.Clock.Now.AddMinutes(1));
        (await _host.Send(new DeliverMail())).ShouldBe(0);
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        (await _host.Send(new DeliverMail())).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_worker_that_finishes_after_its_claim_was_taken_over_changes_nothing()
    {
        await AddMails("slow@example.org");
        var other = Guid.NewGuid();
        _mailbox.Sending = _ => _host.Db(db => db.DeferredWork.ExecuteUpdateAsync(set => set.SetProperty(w => w.Owner, other)));
        (await _host.Send(new DeliverMail())).ShouldBe(0);
        (await Work()).ShouldHaveSingleItem().Owner.ShouldBe(other);
        (await _host.Db(db => db.Mails.SingleAsync())).SentAt.ShouldBeNull("only the worker with the claim records it");
    }

    [DatabaseFact]
    public async Task Setting_the_clock_back_an_hour_delays_neither_new_nor_failed_work()
    {
        _mailbox.Sending = _ => throw new MailRefusedException("smtp.451", isPermanent: false);
        await AddMails("failed@example.org");
        await _host.Send(new DeliverMail());
        await AddMails("new@example.org");
        _host.Clock.Now -= TimeSpan.FromHours(1);
        _mailbox.Sending = _ => Task.CompletedTask;
        (await _host.Send(new DeliverMail())).ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_clock_that_was_two_days_ahead_leaves_no_claim_and_no_wait_for_two_days()
    {
        await AddMails("claimed@example.org", "failed@example.org");
        _host.Clock.Now += TimeSpan.FromDays(2);
        _mailbox.Sending = mail => throw new MailRefusedException("smtp.451", isPermanent: false);
        await _host.Send(new DeliverMail());
        await Claim(_host.Clock.Now.AddMinutes(2), one: true);
        _host.Clock.Now -= TimeSpan.FromDays(2);
        _mailbox.Sending = _ => Task.CompletedTask;
        (await _host.Send(new DeliverMail())).ShouldBe(2);
    }

    [DatabaseFact]
    public async Task Urgent_work_is_done_first()
    {
        await AddMails("report@example.org");
        await _host.Db(db =>
        {
            db.Mails.Add(Mail("waits@example.org").Urgent());
            return db.SaveChangesAsync();
        });
        (await _host.Send(new DeliverMail(UrgentOnly: true))).ShouldBe(1);
        (await _host.Send(new DeliverMail())).ShouldBe(1);
        _mailbox.Sent.ShouldBe(["waits@example.org", "report@example.org"]);
        _host.WakeUps.Commands.ShouldBe(["mail", "urgent-mail"]);
    }

    [DatabaseFact]
    public async Task Urgent_work_that_was_added_later_is_done_before_waiting_work()
    {
        await AddMails("report@example.org");
        await _host.Db(db =>
        {
            db.Mails.Add(Mail("waits@example.org").Urgent());
            return db.SaveChangesAsync();
        });
        (await _host.Send(new DeliverMail())).ShouldBe(2);
        _mailbox.Sent.ShouldBe(["waits@example.org", "report@example.org"]);
    }

    [DatabaseFact]
    public async Task No_job_is_started_for_work_that_was_not_committed()
    {
        await _host.Db(async db =>
        {
            await using (var transaction = await db.Database.BeginTransactionAsync())
            {
                db.Mails.Add(Mail("rolled-back@example.org"));
                await db.SaveChangesAsync();
                _host.WakeUps.Commands.ShouldBeEmpty("it is not committed");
            }

            return await db.Mails.CountAsync();
        });
        _host.WakeUps.Commands.ShouldBeEmpty();

        await _host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Mails.Add(Mail("committed@example.org"));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });
        _host.WakeUps.Commands.ShouldBe(["mail"]);
    }

    [DatabaseFact]
    public async Task The_secretariat_retries_parked_work_and_the_history_shows_it()
    {
        var id = await Parked();
        var again = await _host.Send(new RetryDeferredWork(id));
        (again.State, again.Attempts, again.ParkedAt).ShouldBe((DeferredState.Waiting, 0, null));
        _mailbox.Sending = _ => Task.CompletedTask;
        (await _host.Send(new DeliverMail())).ShouldBe(1);
        (await _host.Send(new ListHistory { Event = "deferredWorkRetried" })).Items.ShouldHaveSingleItem().Text.ShouldContain("mail");
    }

    [DatabaseFact]
    public async Task The_secretariat_drops_parked_work_with_a_reason_and_a_secret_in_it_is_erased()
    {
        var id = await Parked();
        await _host.Send(new DropDeferredWork(id, "Nobody reads there."));
        (await _host.Send(new ListDeferredWork())).Total.ShouldBe(0);
        (await _host.Db(db => db.Mails.SingleAsync())).Text.ShouldBeEmpty();
        (await _host.Send(new ListHistory { Event = "deferredWorkDropped" }))
            .Items.ShouldHaveSingleItem()
            .Text.ShouldContain("Nobody reads there.");
    }

    [DatabaseFact]
    public async Task The_list_shows_what_each_item_is_about_and_why_it_failed()
    {
        await Parked();
        await AddMails("waits@example.org");
        (await _host.Send(new ListDeferredWork(DeferredState.Parked)))
            .Items.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                w => w.Kind.ShouldBe(DeferredKind.Mail),
                w => w.About.ShouldBe("Report"),
                w => w.Target.ShouldBe("nobody@example.org"),
                w => w.LastFailure.ShouldBe("smtp.550"),
                w => w.NextTryAt.ShouldBeNull(),
                w => w.ParkedAt.ShouldNotBeNull()
            );
        (await _host.Send(new ListDeferredWork(DeferredState.Waiting))).Items.ShouldHaveSingleItem().Target.ShouldBe("waits@example.org");
    }

    private async Task<DeferredWorkId> Parked()
    {
        _mailbox.Sending = _ => throw new MailRefusedException("smtp.550", isPermanent: true);
        await _host.Db(db =>
        {
            db.Mails.Add(new OutgoingMail("nobody@example.org", "Report", "<p>secret</p>", "secret", _host.Clock.Now, holdsKey: true));
            return db.SaveChangesAsync();
        });
        await _host.Send(new DeliverMail());
        return (await Work()).Single(w => w.ParkedAt is not null).Id;
    }

    private OutgoingMail Mail(string recipient) => new(recipient, "Report", "<p>Report</p>", "Report", _host.Clock.Now);

    private Task<int> AddMails(params string[] recipients) =>
        _host.Db(db =>
        {
            db.Mails.AddRange(recipients.Select(Mail));
            return db.SaveChangesAsync();
        });

    private Task<int> Claim(DateTimeOffset until, bool one = false) =>
        _host.Db(db =>
            db.DeferredWork.OrderBy(w => w.Seq)
                .Take(one ? 1 : 100)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.Owner, Guid.NewGuid()).SetProperty(w => w.ClaimedUntil, until))
        );

    private Task<List<DeferredWork>> Work() => _host.Db(db => db.DeferredWork.AsNoTracking().OrderBy(w => w.Seq).ToListAsync());

    private sealed class Mailbox : IMailer
    {
        public Func<OutgoingMail, Task> Sending { get; set; } = _ => Task.CompletedTask;

        public List<string> Sent { get; } = [];

        public int Attempts { get; private set; }

        public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            Attempts++;
            await Sending(mail);
            Sent.Add(mail.Recipient);
        }
    }
}
