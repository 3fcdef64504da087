using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Mail;

/// <summary>Sends what is owed, the most urgent first.</summary>
/// <param name="UrgentOnly">Only what somebody waits for in front of a screen, beside a run that may hang at a mail.</param>
[Needs(Right.Administer)]
public sealed record DeliverMail(bool UrgentOnly = false) : IRequest<int>;

internal sealed class DeliverMailHandler(DeferredRunner runner) : IRequestHandler<DeliverMail, int>
{
    /// <returns>How many were sent.</returns>
    public Task<int> Handle(DeliverMail command, CancellationToken ct) =>
        runner.WorkOffAsync(DeferredKind.Mail, new WorkLimits(MinPriority: command.UrgentOnly ? DeferredWork.Urgent : 0), ct);
}
