using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Domain.Webhooks;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>Reports, schedules, history, audit, work in the background, security events, settings, calendars and webhooks.</summary>
internal static class OperationsPageRows
{
    private const string ReadsReport = "ok ok ok 404 404 404 404 401";
    private const string RevokesCalendar = "ok 404 404 404 404 404 404 401";

    private static readonly (string, string)[] Terms =
    [
        ("name", "Board"),
        ("frequency", "weekly"),
        ("hour", "8"),
        ("timeZone", "UTC"),
        ("recipients", "board@example.org"),
        ("language", "en"),
    ];

    private static readonly (string, string)[] Endpoint = [("url", "https://hooks.example.org/tracker"), ("ownerEmail", "ops@example.org")];

    public static IEnumerable<EndpointRow> All => [.. Reports, .. Schedules, .. Installation, .. Calendars, .. Webhooks];

    private static IEnumerable<EndpointRow> Reports =>
        [
            .. PageRows.Read("/accountability-reports", AnyoneSignedIn, (_, _) => At("/accountability-reports")),
            .. PageRows.Read("/accountability-reports/{id:guid}", ReadsReport, (w, _) => Report(w)),
            .. PageRows.Read("/accountability-reports/{id:guid}/mail", ReadsReport, async (w, _) => await Report(w) + "/mail"),
        ];

    private static IEnumerable<EndpointRow> Schedules =>
        [
            .. PageRows.Read("/schedules", Administers, (_, _) => At("/schedules")),
            .. PageRows.Form("/schedules/new", Administers, (_, _) => At("/schedules/new"), Terms),
            .. PageRows.Read("/schedules/{id:guid}", Administers, (w, _) => Schedule(w)),
            .. PageRows.Form("/schedules/{id:guid}/edit", Administers, async (w, _) => await Schedule(w) + "/edit", Terms),
            .. PageRows.Read("/schedules/{id:guid}/preview", Administers, async (w, _) => await Schedule(w) + "/preview"),
            .. PageRows.Read("/schedules/{id:guid}/preview/mail", Administers, async (w, _) => await Schedule(w) + "/preview/mail"),
            .. PageRows.Form("/schedules/{id:guid}/run", Administers, async (w, _) => await Schedule(w) + "/run"),
            .. PageRows.Form("/schedules/{id:guid}/stop", Administers, async (w, _) => await Schedule(w) + "/stop"),
            Sent("/schedules/{id:guid}/resume", Administers, async (w, _) => await Schedule(w) + "/resume"),
            // An API key has no address to send a test to.
            Sent("/schedules/{id:guid}/test", Administers, async (w, _) => await Schedule(w) + "/test", 422),
        ];

    private static IEnumerable<EndpointRow> Installation =>
        [
            .. PageRows.Read("/history", AnyoneSignedIn, (_, _) => At("/history")),
            .. PageRows.Form(
                "/audit",
                Verifies,
                async (w, _) =>
                {
                    await w.Host.Send(new RunAuditVerifications());
                    return "/audit";
                }
            ),
            .. PageRows.Read(
                "/audit/{id:guid}",
                Verifies,
                async (w, _) =>
                {
                    await w.Host.Send(new RunAuditVerifications());
                    return $"/audit/{(await w.Host.Send(new RequestAuditVerification())).Value}";
                }
            ),
            .. PageRows.Read("/deferred", Administers, (_, _) => At("/deferred")),
            Sent("/deferred/{id:guid}/retry", Administers, async (w, _) => $"/deferred/{await Deferred(w)}/retry"),
            .. PageRows.Form(
                "/deferred/{id:guid}/drop",
                Administers,
                async (w, _) => $"/deferred/{await Deferred(w)}/drop",
                ("reason", "Nobody is there.")
            ),
            .. PageRows.Read("/security-events", Administers, (_, _) => At("/security-events")),
            .. PageRows.Read("/settings", Administers, (_, _) => At("/settings")),
        ];

    private static IEnumerable<EndpointRow> Calendars =>
        [
            .. PageRows.Read("/calendars", AnyoneSignedIn, (_, _) => At("/calendars")),
            .. PageRows.Read("/calendars/new", AnyoneSignedIn, (_, _) => At("/calendars/new")),
            // The address of the calendar is shown once, so that no other page follows.
            new(
                "POST /calendars/new",
                200,
                "ok ok ok ok ok 404 404 401",
                (w, _) =>
                    Task.FromResult(
                        new EndpointRequest("/calendars/new", PageRows.Fields(("partnershipId", w.Partnership(Whose.Own).Value.ToString())))
                    )
            ),
            .. PageRows.Form(
                "/calendars/{id:guid}/revoke",
                RevokesCalendar,
                async (w, _) => $"/calendars/{(await w.Host.Send(new OpenCalendar(w.Organization(Whose.Own).Value))).Id}/revoke"
            ),
        ];

    private static IEnumerable<EndpointRow> Webhooks =>
        [
            .. PageRows.Read("/webhooks", ManagesOwnPeople, (_, _) => At("/webhooks")),
            .. PageRows.Read("/webhooks/new", ManagesOwnPeople, (_, _) => At("/webhooks/new")),
            // Secrets are shown once.
            new(
                "POST /webhooks/new",
                200,
                ManagesOwnPeople,
                async (w, whose) =>
                {
                    await Webhook(w, whose);
                    return new EndpointRequest("/webhooks/new", PageRows.Fields(Endpoint));
                }
            ),
            .. PageRows.Read("/webhooks/{id:guid}", ManagesOwn, Webhook),
            .. PageRows.Form("/webhooks/{id:guid}/edit", ManagesOwn, async (w, whose) => await Webhook(w, whose) + "/edit", Endpoint),
            .. PageRows.Read("/webhooks/{id:guid}/rotate", ManagesOwn, async (w, whose) => await Webhook(w, whose) + "/rotate"),
            Sent("/webhooks/{id:guid}/rotate", ManagesOwn, async (w, whose) => await Webhook(w, whose) + "/rotate", 200),
            .. PageRows.Form("/webhooks/{id:guid}/remove", ManagesOwn, async (w, whose) => await Webhook(w, whose) + "/remove"),
            Sent("/webhooks/{id:guid}/test", ManagesOwn, async (w, whose) => await Webhook(w, whose) + "/test"),
            Sent("/webhooks/{id:guid}/enable", ManagesOwn, async (w, whose) => await Webhook(w, whose) + "/enable"),
            Sent("/webhooks/{id:guid}/disable", ManagesOwn, async (w, whose) => await Webhook(w, whose) + "/disable"),
            Sent(
                "/webhooks/{id:guid}/deliveries/{deliveryId:guid}/replay",
                ManagesOwn,
                async (w, whose) =>
                {
                    var webhook = await Webhook(w, whose);
                    var delivery = await w.Host.Send(new TestWebhook(new WebhookId(Guid.Parse(webhook.Split('/')[^1]))));
                    return $"{webhook}/deliveries/{delivery.Id}/replay";
                }
            ),
        ];

    /// <summary>A button of another page.</summary>
    private static EndpointRow Sent(string route, string answers, Func<World, Whose, Task<string>> address, int success = 303) =>
        new($"POST {route}", success, answers, async (w, whose) => new(await address(w, whose), PageRows.Fields()));

    private static Task<string> At(string path) => Task.FromResult(path);

    private static async Task<string> Schedule(World w) => $"/schedules/{(await MakeSchedule(w)).Value}";

    private static async Task<string> Report(World w) =>
        $"/accountability-reports/{(await w.Host.Send(new RunReportSchedule(await MakeSchedule(w)))).Value}";

    private static Task<ReportScheduleId> MakeSchedule(World w) =>
        w.Host.Send(new ScheduleReport("Board", AccountabilityReportFrequency.Weekly, 8, "UTC", ["board@example.org"]));

    private static async Task<Guid> Deferred(World w) =>
        await w.Host.Db(async db =>
        {
            db.Mails.Add(new OutgoingMail("nobody@example.org", "Report", "<p>Report</p>", "Report", w.Host.Clock.Now));
            await db.SaveChangesAsync();
            return (await db.DeferredWork.OrderBy(d => d.Seq).LastAsync()).Id.Value;
        });

    private static async Task<string> Webhook(World w, Whose whose) => $"/webhooks/{await WebhookThings.Webhook(w, whose)}";
}
