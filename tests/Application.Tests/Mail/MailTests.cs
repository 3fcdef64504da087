using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Mail;

public sealed class MailOnSqlite() : MailTests(DatabaseProvider.Sqlite);

public sealed class MailOnPostgreSql() : MailTests(DatabaseProvider.PostgreSql);

public abstract class MailTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly FakeMailer _mailer = new();
    private TrackerHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await TrackerHost.StartAsync(
            provider,
            new Dictionary<string, string>(),
            services => services.Replace(ServiceDescriptor.Singleton<IMailer>(_mailer))
        );

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task An_unreachable_mail_server_delays_mails_and_loses_none()
    {
        await AddMails("a@example.org", "b@example.org");
        _mailer.IsUp = false;
        (await _host.Send(new DeliverMail())).ShouldBe(0);
        (await _host.Send(new DeliverMail())).ShouldBe(0, "it waits a minute before it tries again");
        (await Waiting()).ShouldAllBe(w =>
            w.Attempts == 1
            && w.Reason == "smtp.451"
            && w.ParkedAt == null
            && w.NextTryAt >= TestClock.Start.AddMinutes(1)
            && w.NextTryAt <= TestClock.Start.AddSeconds(66)
        );

        _mailer.IsUp = true;
        _host.Clock.Now += TimeSpan.FromSeconds(66);
        (await _host.Send(new DeliverMail())).ShouldBe(2);
        _mailer.Sent.ShouldBe(
            ["a@example.org", "b@example.org"],
            ignoreOrder: true,
            "mails that failed together are not tried again at the same time"
        );
        (await Mails()).ShouldAllBe(m => m.SentAt == _host.Clock.Now);
        (await Waiting()).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_refused_address_does_not_delay_the_others()
    {
        _mailer.Refused = "b@example.org";
        await AddMails("a@example.org", "b@example.org", "c@example.org");
        (await _host.Send(new DeliverMail())).ShouldBe(2);
        _mailer.Sent.ShouldBe(["a@example.org", "c@example.org"]);
    }

    [DatabaseFact]
    public async Task Delivering_twice_sends_each_mail_once()
    {
        await AddMails("a@example.org");
        await _host.Send(new DeliverMail());
        await _host.Send(new DeliverMail());
        _mailer.Sent.ShouldBe(["a@example.org"]);
    }

    private Task<int> AddMails(params string[] recipients) =>
        _host.Db(db =>
        {
            db.Mails.AddRange(recipients.Select(r => new OutgoingMail(r, "Report", "<p>Report</p>", "Report", TestClock.Start)));
            return db.SaveChangesAsync();
        });

    private Task<List<DeferredWork>> Waiting() => _host.Db(db => db.DeferredWork.AsNoTracking().OrderBy(w => w.Seq).ToListAsync());

    private Task<List<OutgoingMail>> Mails() => _host.Db(db => db.Mails.OrderBy(m => m.Seq).ToListAsync());

    /// <summary>Replaces the mail server.</summary>
    private sealed class FakeMailer : IMailer
    {
        public bool IsUp { get; set; } = true;

        public string? Refused { get; set; }

        public List<string> Sent { get; } = [];

        public Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            if (!IsUp || mail.Recipient == Refused)
                throw new MailRefusedException("smtp.451", isPermanent: false);
            Sent.Add(mail.Recipient);
            return Task.CompletedTask;
        }
    }
}
