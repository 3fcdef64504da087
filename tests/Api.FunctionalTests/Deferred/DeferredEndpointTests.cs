using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Deferred;

public sealed class DeferredEndpointsOnSqlite(OnSqlite fixture) : DeferredEndpointTests(fixture), IClassFixture<OnSqlite>;

public sealed class DeferredEndpointsOnPostgreSql(OnPostgreSql fixture) : DeferredEndpointTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class DeferredEndpointTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task Parked_work_degrades_the_health_until_it_is_retried_or_dropped()
    {
        var (secretariat, anonymous) = (_host.Client(), _host.Client(null));
        (await anonymous.Get("/health/ready")).MustBe(200)["status"].GetString().ShouldBe("healthy");
        await Park("first@example.org");
        var health = (await anonymous.Get("/health/ready")).MustBe(200);
        health["status"].GetString().ShouldBe("degraded");
        health["checks"].GetProperty("deferredWork").GetProperty("data").GetProperty("parked").GetInt32().ShouldBe(1);

        var parked = (await secretariat.Get("/api/v1/deferred?state=parked&kind=mail")).MustBe(200);
        parked["total"].GetInt32().ShouldBe(1);
        var item = parked.Items.Single();
        (item.GetProperty("kind").GetString(), item.GetProperty("target").GetString(), item.GetProperty("lastFailure").GetString()).ShouldBe(("mail", "first@example.org", "smtp.550"));

        (await secretariat.Post($"/api/v1/deferred/{item.GetProperty("id").GetString()}/retry")).MustBe(200)["state"].GetString().ShouldBe("waiting");
        (await anonymous.Get("/health/ready")).MustBe(200)["status"].GetString().ShouldBe("healthy");

        var url = $"/api/v1/deferred/{item.GetProperty("id").GetString()}/drop";
        (await secretariat.Post(url, new { reason = "" })).MustRefuse(400, "request.invalid", "reason");
        (await secretariat.Post(url, new { reason = "Nobody is there." })).MustBe(204);
        (await secretariat.Post(url, new { reason = "Nobody is there." })).MustRefuse(404, "deferredWork.notFound");
        (await secretariat.Get("/api/v1/history?event=deferredWorkDropped")).MustBe(200).Items.Single().GetProperty("text").GetString()!.ShouldContain("Nobody is there.");
        (await secretariat.Get("/api/v1/deferred?state=nonsense")).MustBe(400);
    }

    [DatabaseFact]
    public async Task A_history_that_is_not_sealed_degrades_the_health()
    {
        await _host.Organization("Green Delta");
        _host.Clock.Now += TimeSpan.FromMinutes(11);
        (await _host.Client(null).Get("/health/ready")).MustBe(200)["checks"].GetProperty("sealing").GetProperty("status").GetString().ShouldBe("degraded");
        await _host.Send(new Application.History.SealHistory());
        (await _host.Client(null).Get("/health/ready")).MustBe(200)["checks"].GetProperty("sealing").GetProperty("status").GetString().ShouldBe("healthy");
        _host.Clock.Now = TestClock.Start;
    }

    private Task<int> Park(string recipient) => _host.Db(async db =>
    {
        db.Mails.Add(new OutgoingMail(recipient, "Report", "<p>Report</p>", "Report", _host.Clock.Now));
        await db.SaveChangesAsync();
        return await db.DeferredWork.ExecuteUpdateAsync(set => set.SetProperty(w => w.ParkedAt, _host.Clock.Now).SetProperty(w => w.Reason, "smtp.550"));
    });
}
