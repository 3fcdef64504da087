using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Mail;

/// <summary>Sends the waiting mails, the most urgent first.</summary>
/// <param name="UrgentOnly">
/// Sends only mails that a person is waiting for, such as sign-in links, even while another run is blocked by a slow mail.
/// </param>
[Needs(Right.Administer)]
public sealed record DeliverMail(bool UrgentOnly = false) : IRequest<int>;

internal sealed class DeliverMailHandler(DeferredRunner runner) : IRequestHandler<DeliverMail, int>
{
    /// <returns>The number of mails done, including those without a recipient, which are never sent.</returns>
    public Task<int> Handle(DeliverMail command, CancellationToken ct) =>
        runner.WorkOffAsync(DeferredKind.Mail, new WorkLimits(MinPriority: command.UrgentOnly ? DeferredWork.Urgent : 0), ct);
}
