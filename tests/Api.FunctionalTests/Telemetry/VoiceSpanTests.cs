using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using PartnershipTracker.Api.FunctionalTests.Voices;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.ReportLinks.Visitor;

namespace PartnershipTracker.Api.FunctionalTests.Telemetry;

public sealed class VoiceSpansOnSqlite(OnSqlite fixture) : VoiceSpanTests(fixture), IClassFixture<OnSqlite>;

public sealed class VoiceSpansOnPostgreSql(OnPostgreSql fixture) : VoiceSpanTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>What a collector gets of the requests, the SQL commands and the mails of a protected voice.</summary>
public abstract class VoiceSpanTests(HostFixture fixture)
{
    [DatabaseFact]
    public async Task No_span_holds_the_token_the_address_the_name_or_the_words_of_a_protected_voice()
    {
        await using var collector = await Collector.StartAsync();
        var email = $"{Guid.NewGuid():n}@phone.example";
        string token;
        await using (
            var host = await TrackerHost.StartAsync(
                fixture.Provider,
                new Dictionary<string, string> { ["Telemetry:Otlp"] = collector.Address },
                onKestrel: true
            )
        )
        {
            var place = await Neighbourhood.MakeAsync(host);
            token = await place.Invite(email, "Rahima Begum");
            await host.Send(new DeliverMail());
            using var browser = host.Client(null);
            var page = "/voice/" + token;
            (await browser.Get(page)).MustBe(200);
            (await browser.Get($"{page}?{token}")).MustBe(200);
            (await browser.Get(page + "x")).MustBe(404);
            (await browser.Post(page, Said("unknown"))).MustBe(422);

            // Over a real port the client follows to the receipt.
            (await browser.Post(page, Said("disputes"))).MustBe(200);
            var voice = await host.Db(db => db.Voices.Where(v => v.CommitmentId == place.Id).Select(v => v.Id).SingleAsync());
            var identity = $"{place.Url}/voices/{voice.Value}/identity";
            (await host.Client().Post(identity)).MustBe(200).Text.ShouldContain(email);
            host.Clock.Now += TimeSpan.FromDays(1);
            (await host.Send(new SendVoiceNotices())).ShouldBe(1);
            await host.Send(new DeliverMail());
            (await browser.Post(page, Form(("action", "withdraw")))).MustBe(410);
            host.Services.GetRequiredService<TracerProvider>().ForceFlush().ShouldBeTrue();
        }

        var spans = collector.Spans;
        spans.ShouldContain("/voice/{token}");
        if (fixture.Provider == DatabaseProvider.PostgreSql)
            spans.ShouldContain("VoiceIdentities", Case.Sensitive, "Npgsql has spans of its own");
        foreach (var secret in new[] { token, email, "Rahima Begum", "The well is dry" })
            spans.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse("a secret reached the collector");
    }

    private static MultipartFormDataContent Said(string stance) =>
        Form(("action", "give"), ("stance", stance), ("shownAs", "protected"), ("text", "The well is dry."));
}
