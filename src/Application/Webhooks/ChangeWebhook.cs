using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

[Needs(Right.ManagePeople)]
public sealed record ChangeWebhook(WebhookId WebhookId, string Url, string OwnerEmail, string? Description, IReadOnlyList<string>? Events) : IRequest, IWebhookTerms;

internal sealed class ChangeWebhookValidator : AbstractValidator<ChangeWebhook>
{
    public ChangeWebhookValidator() => this.Terms();
}

internal sealed class ChangeWebhookHandler(ITrackerDb db, ICurrentUser user, WebhookRules rules) : IRequestHandler<ChangeWebhook>
{
    public async Task<Unit> Handle(ChangeWebhook command, CancellationToken ct)
    {
        var webhook = (await db.Webhooks.VisibleTo(user).GetAsync(command.WebhookId, ct)).MustBeExpectedBy(user);
        webhook.Change(command.ToTerms(), rules);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <summary>What happens from now on is told again, and what waited is tried at once.</summary>
[Needs(Right.ManagePeople)]
public sealed record EnableWebhook(WebhookId WebhookId) : IRequest;

internal sealed class EnableWebhookHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<EnableWebhook>
{
    public async Task<Unit> Handle(EnableWebhook command, CancellationToken ct)
    {
        var webhook = (await db.Webhooks.VisibleTo(user).GetAsync(command.WebhookId, ct)).MustBeExpectedBy(user);
        webhook.Enable(await db.SealedUpToAsync(ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <summary>Nothing is told to it until it is enabled.</summary>
[Needs(Right.ManagePeople)]
public sealed record DisableWebhook(WebhookId WebhookId) : IRequest;

internal sealed class DisableWebhookHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<DisableWebhook>
{
    public async Task<Unit> Handle(DisableWebhook command, CancellationToken ct)
    {
        var webhook = (await db.Webhooks.VisibleTo(user).GetAsync(command.WebhookId, ct)).MustBeExpectedBy(user);
        webhook.Disable(DisabledBecause.ByHand);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <summary>With its log.</summary>
[Needs(Right.ManagePeople)]
public sealed record RemoveWebhook(WebhookId WebhookId) : IRequest;

internal sealed class RemoveWebhookHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveWebhook>
{
    public async Task<Unit> Handle(RemoveWebhook command, CancellationToken ct)
    {
        var webhook = (await db.Webhooks.VisibleTo(user).GetAsync(command.WebhookId, ct)).MustBeExpectedBy(user);
        webhook.Remove();
        db.Webhooks.Remove(webhook);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
