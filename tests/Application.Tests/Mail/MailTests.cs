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
    private readonly PostOffice _office = new();
    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(
        provider, new Dictionary<string, string>(), services => services.Replace(ServiceDescriptor.Singleton<IMailer>(_office)));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_server_that_is_down_delays_and_loses_nothing()
    {
        await Owe("a@example.org", "b@example.org");
        _office.IsOpen = false;
        (await _host.Send(new DeliverMail())).ShouldBe(0);
        (await _host.Send(new DeliverMail())).ShouldBe(0, "it waits a minute before it tries again");
        (await Waiting()).ShouldAllBe(w => w.Attempts == 1 && w.Reason == "smtp.451" && w.ParkedAt == null
            && w.NextTryAt >= TestClock.Start.AddMinutes(1) && w.NextTryAt <= TestClock.Start.AddSeconds(66));

        _office.IsOpen = true;
        _host.Clock.Now += TimeSpan.FromSeconds(66);
        (await _host.Send(new DeliverMail())).ShouldBe(2);
        _office.Taken.ShouldBe(["a@example.org", "b@example.org"], ignoreOrder: true, "what failed together does not come back together");
        (await Mails()).ShouldAllBe(m => m.SentAt == _host.Clock.Now);
        (await Waiting()).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task One_address_that_is_refused_does_not_hold_up_the_others()
    {
        _office.Refused = "b@example.org";
        await Owe("a@example.org", "b@example.org", "c@example.org");
        (await _host.Send(new DeliverMail())).ShouldBe(2);
        _office.Taken.ShouldBe(["a@example.org", "c@example.org"]);
    }

    [DatabaseFact]
    public async Task Delivering_twice_sends_once()
    {
        await Owe("a@example.org");
        await _host.Send(new DeliverMail());
        await _host.Send(new DeliverMail());
        _office.Taken.ShouldBe(["a@example.org"]);
    }

    private Task<int> Owe(params string[] recipients) => _host.Db(db =>
    {
        db.Mails.AddRange(recipients.Select(r => new OutgoingMail(r, "Report", "<p>Report</p>", "Report", TestClock.Start)));
        return db.SaveChangesAsync();
    });

    private Task<List<DeferredWork>> Waiting() => _host.Db(db => db.DeferredWork.AsNoTracking().OrderBy(w => w.Seq).ToListAsync());

    private Task<List<OutgoingMail>> Mails() => _host.Db(db => db.Mails.OrderBy(m => m.Seq).ToListAsync());

    /// <summary>The outside world.</summary>
    private sealed class PostOffice : IMailer
    {
        public bool IsOpen { get; set; } = true;

        public string? Refused { get; set; }

        public List<string> Taken { get; } = [];

        public Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            if (!IsOpen || mail.Recipient == Refused) throw new MailRefusedException("smtp.451", isPermanent: false);
            Taken.Add(mail.Recipient);
            return Task.CompletedTask;
        }
    }
}
