using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <param name="Events">Names such as <c>commitment.accepted</c> (<c>/reference/webhook-events</c>); empty for all events.</param>
/// <param name="OwnerEmail">Who receives a mail when the webhook is disabled.</param>
/// <param name="OrganizationId">
/// The organization of the webhook; the caller's own if left out. A webhook of the secretariat has none and receives the events of all
/// organizations.
/// </param>
[Needs(Right.ManagePeople)]
public sealed record RegisterWebhook(string Url, string OwnerEmail, string? Description = null, IReadOnlyList<string>? Events = null, Guid? OrganizationId = null)
    : IRequest<WebhookWithSecret>, IWebhookTerms;

internal sealed class RegisterWebhookValidator : AbstractValidator<RegisterWebhook>
{
    public RegisterWebhookValidator() => this.Terms();
}

internal sealed class RegisterWebhookHandler(ITrackerDb db, ICurrentUser user, ISecretProtector protector, WebhookRules rules, TimeProvider time)
    : IRequestHandler<RegisterWebhook, WebhookWithSecret>
{
    public async Task<WebhookWithSecret> Handle(RegisterWebhook command, CancellationToken ct)
    {
        var owner = command.OrganizationId is { } id ? new OrganizationId(id) : user.OrganizationId;
        if (owner is { } organization) user.MustActFor((await db.Organizations.VisibleTo(db, user).GetAsync(organization, ct)).Id);
        if (await db.Webhooks.CountAsync(w => w.OrganizationId == owner, ct) >= Webhook.MaxPerOwner) throw WebhookErrors.TooMany(Webhook.MaxPerOwner);

        var secret = WebhookSecret.New();
        var webhook = Webhook.Register(owner, command.ToTerms(), rules, protector.Protect(secret), await db.SealedUpToAsync(ct), time.GetUtcNow());
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(ct);
        return new WebhookWithSecret(WebhookDetails.Of(webhook)) { Secret = secret };
    }
}
