using MediatR;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Maintenance;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Webhooks;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>
/// Everything that runs unasked, with its hour. Each is a command that finds its work by what is not yet done, and may run twice without harm.
/// This file knows nothing of the engine that keeps the clock.
/// </summary>
public static class Schedule
{
    public static IReadOnlyList<ScheduledCommand> All { get; } =
    [
        new("sweep", "0 0/15 * * * ?", (mediator, ct) => mediator.Send(new Sweep(), ct), AtStart: true),
        new("reports", "20 * * * * ?", (mediator, ct) => mediator.Send(new SendDueReports(), ct), AtStart: true),
        new("mail", "0/5 * * * * ?", (mediator, ct) => mediator.Send(new DeliverMail(), ct), AtStart: true),
        new("webhooks", "2/5 * * * * ?", (mediator, ct) => mediator.Send(new DeliverWebhooks(), ct), AtStart: true),
        new("imports", "0/3 * * * * ?", (mediator, ct) => mediator.Send(new RunImports(), ct), AtStart: true),
        new("links", "0 0 3 ? * SUN", (mediator, ct) => mediator.Send(new CheckLinks(), ct), AtStart: true),
        new("seal", "50 * * * * ?", (mediator, ct) => mediator.Send(new SealHistory(), ct), AtStart: true),
        new("answers", "30 5 * * * ?", (mediator, ct) => mediator.Send(new ForgetAnswers(), ct), AtStart: true),
        new("sign-ins", "25 0/10 * * * ?", (mediator, ct) => mediator.Send(new ForgetSignIns(), ct), AtStart: true),
        new("statistics", "40 10 * * * ?", (mediator, ct) => mediator.Send(new RefreshStatistics(), ct), AtStart: true),
    ];
}

/// <param name="Name">Stable; the key of its <see cref="Job"/> row.</param>
/// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week; UTC.</param>
/// <param name="AtStart">Also when the program starts, so that a missed run is caught up.</param>
public sealed record ScheduledCommand(string Name, string Cron, Func<IMediator, CancellationToken, Task> Send, bool AtStart);
