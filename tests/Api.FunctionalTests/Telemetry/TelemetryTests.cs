using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PartnershipTracker.Api.FunctionalTests.ReportLinks;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_traces_metrics_and_logs_without_secret_addresses()
    {
        await using var collector = await Collector.StartAsync();
        using var everything = new VerboseLog();
        var secrets = new List<string>();
        await using (
            var host = await TrackerHost.StartAsync(
                DatabaseProvider.Sqlite,
                new Dictionary<string, string> { ["Telemetry:Otlp"] = collector.Address },
                services =>
                {
                    services.AddOpenTelemetry().WithLogging();
                    everything.Listen(services);
                },
                onKestrel: true
            )
        )
        {
            var commitment = await LinkedCommitment.Make(host);
            var reader = new Visitor(host);
            var token = await reader.TokenFor(commitment.Id, commitment.Organization);
            (await reader.Open(token)).MustBe(200);
            secrets.Add(token);

            var (_, email) = await Access.Visitor.Invited(host);
            var person = new Access.Visitor(host);
            await person.RequestSignInLink(email);
            var (link, code) = await person.Mail(email);
            (await person.Open(link)).MustBe(200);
            (await person.Send(link))
                .MustBe(200)
                .Text.ShouldContain("Ana", customMessage: "over a real port the client follows to the overview");
            secrets.AddRange([link.Split('/')[^1], code]);

            var calendar = await host.Send(new OpenCalendar(OrganizationId: commitment.Organization.Value));
            (await host.Client(null).Get($"/calendars/{calendar.Token}.ics")).MustBe(200);
            (await host.Client(null).Get($"/report/{token}?{token}")).MustBe(200);
            secrets.Add(calendar.Token);

            await host.Send(new DeliverMail());
            await host.Send(new Sweep());
            host.Services.GetRequiredService<MeterProvider>().ForceFlush().ShouldBeTrue();
            host.Services.GetRequiredService<TracerProvider>().ForceFlush().ShouldBeTrue();
            host.Services.GetRequiredService<LoggerProvider>().ForceFlush().ShouldBeTrue();
        }

        collector.Paths.ShouldBe(["/v1/logs", "/v1/metrics", "/v1/traces"], ignoreOrder: true);
        var all = collector.Text;
        foreach (
            var name in new[]
            {
                "tracker.mail.sent",
                "tracker.flags.raised",
                "tracker.sweep.duration",
                "tracker.deferred.waiting",
                "tracker.deferred.parked",
                "/report/{token}",
            }
        )
            all.ShouldContain(name, Case.Sensitive);
        foreach (var secret in secrets.Append(TrackerHost.BootstrapKey))
            all.Contains(secret, StringComparison.Ordinal).ShouldBeFalse("a secret reached the collector");
    }
}
