using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>A webhook, without its secret.</summary>
public record WebhookDetails
{
    internal static readonly Expression<Func<Webhook, WebhookDetails>> FromRow = w => new WebhookDetails
    {
        Id = w.Id.Value,
        OrganizationId = w.OrganizationId == null ? null : w.OrganizationId.Value.Value,
        Url = w.Url,
        Description = w.Description,
        Events = w.EventNames,
        OwnerEmail = w.OwnerEmail,
        Status = w.Status,
        DisabledBecause = w.DisabledBecause,
        CreatedAt = w.CreatedAt,
        FailingSince = w.FailingSince,
        PreviousSecretUntil = w.PreviousSecretUntil,
        Version = w.Version,
    };

    private static readonly Func<Webhook, WebhookDetails> FromMemory = FromRow.Compile();

    public Guid Id { get; init; }

    /// <summary>Null for one of the secretariat.</summary>
    public Guid? OrganizationId { get; init; }

    public string Url { get; init; } = "";

    public string? Description { get; init; }

    /// <summary>None means all.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    public string OwnerEmail { get; init; } = "";

    public WebhookStatus Status { get; init; }

    public DisabledBecause? DisabledBecause { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first failure since something was taken.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Until when the secret before the last rotation signs along.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    public int Version { get; init; }

    internal static WebhookDetails Of(Webhook webhook) => FromMemory(webhook);
}

/// <summary>A webhook with a new secret. This is the only answer that ever shows it.</summary>
public sealed record WebhookWithSecret : WebhookDetails
{
    public WebhookWithSecret(WebhookDetails details)
        : base(details)
    {
    }

    /// <summary><c>whsec_</c> and base64, as the libraries for Standard Webhooks take it.</summary>
    public string Secret { get; init; } = "";
}

[Needs(Right.ManagePeople)]
public sealed record GetWebhook(WebhookId WebhookId) : IRequest<WebhookDetails>;

internal sealed class GetWebhookHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetWebhook, WebhookDetails>
{
    public async Task<WebhookDetails> Handle(GetWebhook query, CancellationToken ct) =>
        await db.Webhooks.VisibleTo(user).Where(w => w.Id == query.WebhookId).Select(WebhookDetails.FromRow).SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("webhook");
}

[Needs(Right.ManagePeople)]
public sealed record ListWebhooks(Guid? OrganizationId = null, WebhookStatus? Status = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<WebhookDetails>>, ISupportsUpdatedSince;

internal sealed class ListWebhooksValidator : AbstractValidator<ListWebhooks>
{
    public ListWebhooksValidator()
    {
        this.Paged();
        RuleFor(q => q.Status).IsKnownValue();
    }
}

internal sealed class ListWebhooksHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListWebhooks, Page<WebhookDetails>>
{
    public Task<Page<WebhookDetails>> Handle(ListWebhooks query, CancellationToken ct)
    {
        var rows = db.Webhooks.VisibleTo(user);
        if (query.OrganizationId is { } organization) rows = rows.Where(w => w.OrganizationId == new OrganizationId(organization));
        if (query.Status is { } status) rows = rows.Where(w => w.Status == status);
        return rows.ToPageAsync(query, w => w.Seq, descending: false, page => page.Select(WebhookDetails.FromRow), ct);
    }
}

internal static class WebhookRows
{
    /// <summary>All for the secretariat; for everybody else those of their own organization.</summary>
    public static IQueryable<Webhook> VisibleTo(this IQueryable<Webhook> webhooks, ICurrentUser user) =>
        user.SeesEverything() ? webhooks : webhooks.Where(w => w.OrganizationId != null && w.OrganizationId == user.OrganizationId);

    public static Task<Webhook> GetAsync(this IQueryable<Webhook> rows, WebhookId id, CancellationToken ct) => rows.GetAsync("webhook", w => w.Id == id, ct);
}
