using MediatR;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <param name="Name">Stable; Hangfire uses it as the id of the recurring job.</param>
/// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week; UTC.</param>
public sealed record ScheduledCommand(string Name, string Cron, Func<IMediator, CancellationToken, Task> Send);
