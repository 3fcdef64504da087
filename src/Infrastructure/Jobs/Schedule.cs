using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Idempotency;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Maintenance;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>
/// All commands that run by schedule, with their times. Each finds its work by what is not done yet and may run twice without harm. Each
/// also runs when the program starts, so that a missed run is caught up. This file does not depend on Hangfire.
/// </summary>
public static class Schedule
{
    private const string UrgentMail = "urgent-mail";

    public static IReadOnlyList<ScheduledCommand> All { get; } =
    [
        // Every 15 minutes.
        new("sweep", "0 0/15 * * * ?", (mediator, ct) => mediator.Send(new Sweep(), ct)),
        // Every minute.
        new("reports", "20 * * * * ?", (mediator, ct) => mediator.Send(new SendDueReports(), ct)),
        // Every minute.
        new("mail", "5 * * * * ?", (mediator, ct) => mediator.Send(new DeliverMail(), ct)),
        // Every minute.
        new("webhooks", "35 * * * * ?", (mediator, ct) => mediator.Send(new DeliverWebhooks(), ct)),
        // Every minute.
        new("imports", "15 * * * * ?", (mediator, ct) => mediator.Send(new RunImports(), ct)),
        // Every 15 minutes, from minute 7.
        new("links", "45 7/15 * * * ?", (mediator, ct) => mediator.Send(new CheckLinks(), ct)),
        // Every 15 minutes, from minute 1: it is 7 o'clock somewhere.
        new("review-digests", "10 1/15 * * * ?", (mediator, ct) => mediator.Send(new SendReviewDigests(), ct)),
        // Every 15 minutes, from minute 4.
        new("health-checks", "15 4/15 * * * ?", (mediator, ct) => mediator.Send(new RunHealthChecks(), ct)),
        // Every hour, at minute 35.
        new("voice-notices", "55 35 * * * ?", (mediator, ct) => mediator.Send(new SendVoiceNotices(), ct)),
        // Every minute.
        new("seal", "50 * * * * ?", (mediator, ct) => mediator.Send(new SealHistory(), ct)),
        // Every minute.
        new("audit-verifications", "40 * * * * ?", (mediator, ct) => mediator.Send(new RunAuditVerifications(), ct)),
        // Every hour, at minute 5.
        new("idempotency-records", "30 5 * * * ?", (mediator, ct) => mediator.Send(new PurgeIdempotencyRecords(), ct)),
        // Every 10 minutes.
        new("sign-ins", "25 0/10 * * * ?", (mediator, ct) => mediator.Send(new PurgeSignIns(), ct)),
        // Every hour, at minute 15.
        new("security-events", "10 15 * * * ?", (mediator, ct) => mediator.Send(new PurgeSecurityEvents(), ct)),
        // Every hour, at minute 25.
        new("import-drafts", "20 25 * * * ?", (mediator, ct) => mediator.Send(new PurgeImportDrafts(), ct)),
        // Every hour, at minute 10.
        new("statistics", "40 10 * * * ?", (mediator, ct) => mediator.Send(new RefreshStatistics(), ct)),
    ];

    /// <summary>Runs only when requested, beside a mail run that may hang.</summary>
    private static readonly ScheduledCommand Urgent = new(
        UrgentMail,
        "",
        (mediator, ct) => mediator.Send(new DeliverMail(UrgentOnly: true), ct)
    );

    /// <exception cref="InvalidOperationException">The command does not exist.</exception>
    public static ScheduledCommand Find(string name) => name == UrgentMail ? Urgent : All.Single(command => command.Name == name);

    /// <returns>The command that does this kind of work.</returns>
    public static string NameFor(DeferredKind kind, int priority) =>
        kind switch
        {
            DeferredKind.Mail => priority >= DeferredWork.Urgent ? UrgentMail : "mail",
            DeferredKind.WebhookDelivery => "webhooks",
            DeferredKind.Import => "imports",
            DeferredKind.Report => "reports",
            DeferredKind.LinkCheck => "links",
            DeferredKind.ReviewDigest => "review-digests",
            DeferredKind.AuditVerification => "audit-verifications",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
