using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>
/// Replaces the secret of a webhook. For a while messages carry two signatures, so that the receiver can change over without losing a
/// message.
/// </summary>
/// <param name="OverlapHours">How long both secrets sign, 0 to 168 hours; 0 if the old secret has leaked.</param>
[Needs(Right.ManagePeople)]
public sealed record RotateSecret(WebhookId WebhookId, int OverlapHours = Webhook.OverlapHours) : IRequest<WebhookWithSecret>;

internal sealed class RotateSecretValidator : AbstractValidator<RotateSecret>
{
    private const int Week = 168;

    public RotateSecretValidator() => RuleFor(r => r.OverlapHours).InclusiveBetween(0, Week).WithText("form.between", 0, Week);
}

internal sealed class RotateSecretHandler(ITrackerDb db, ICurrentUser user, ISecretProtector protector, TimeProvider time) : IRequestHandler<RotateSecret, WebhookWithSecret>
{
    public async Task<WebhookWithSecret> Handle(RotateSecret command, CancellationToken ct)
    {
        var webhook = await db.GetForChangeAsync(user, command.WebhookId, ct);
        var secret = WebhookSecret.New();
        webhook.RotateSecret(protector.Protect(secret), TimeSpan.FromHours(command.OverlapHours), time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new WebhookWithSecret(WebhookDetails.Of(webhook)) { Secret = secret };
    }
}
