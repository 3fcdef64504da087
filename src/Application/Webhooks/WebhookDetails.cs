using System.Linq.Expressions;
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

    /// <summary>Null for a webhook of the secretariat.</summary>
    public Guid? OrganizationId { get; init; }

    public string Url { get; init; } = "";

    public string? Description { get; init; }

    /// <summary>Empty if all events are sent.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    public string OwnerEmail { get; init; } = "";

    public WebhookStatus Status { get; init; }

    public DisabledBecause? DisabledBecause { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first failure since the last successful delivery.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Until when messages are also signed with the previous secret.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    public int Version { get; init; }

    internal static WebhookDetails Of(Webhook webhook) => FromMemory(webhook);
}
