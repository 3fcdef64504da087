using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

[Needs(Right.ManagePeople)]
public sealed record ChangeWebhook(WebhookId WebhookId, string Url, string OwnerEmail, string? Description, IReadOnlyList<string>? Events)
    : IRequest,
        IWebhookTerms;

internal sealed class ChangeWebhookValidator : AbstractValidator<ChangeWebhook>
{
    public ChangeWebhookValidator() => this.Terms();
}

internal sealed class ChangeWebhookHandler(ITrackerDb db, ICurrentUser user, WebhookRules rules) : IRequestHandler<ChangeWebhook>
{
    public async Task<Unit> Handle(ChangeWebhook command, CancellationToken ct)
    {
        var webhook = await db.GetForChangeAsync(user, command.WebhookId, ct);
        webhook.Change(command.ToTerms(), rules);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
