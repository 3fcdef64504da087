using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>Lists sign-ins, refusals, and keys made or revoked in the last 90 days, the newest first.</summary>
/// <param name="UserId">The person who did it, or who would have signed in.</param>
[Needs(Right.Administer)]
public sealed record ListSecurityEvents(
    SecurityEventKind? Kind = null,
    Guid? UserId = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<SecurityEventItem>>, ISupportsUpdatedSince;

/// <param name="UserId">Null where it is unknown, e.g. for a sign-in link requested for an unknown address.</param>
/// <param name="Person">The name or address of that person, while they have an account.</param>
/// <param name="ApiKeyId">The key that was made or revoked, or with which the caller was refused.</param>
/// <param name="KeyPrefix">The first characters of that key.</param>
/// <param name="Network">Where it came from: an IPv4 /24 or an IPv6 /64.</param>
public sealed record SecurityEventItem(
    DateTimeOffset At,
    SecurityEventKind Kind,
    Guid? UserId,
    string? Person,
    Guid? ApiKeyId,
    string? KeyPrefix,
    string? Network
);

internal sealed class ListSecurityEventsValidator : AbstractValidator<ListSecurityEvents>
{
    public ListSecurityEventsValidator()
    {
        this.Paged();
        RuleFor(q => q.Kind).IsKnownValue();
    }
}

internal sealed class ListSecurityEventsHandler(ITrackerDb db) : IRequestHandler<ListSecurityEvents, Page<SecurityEventItem>>
{
    public Task<Page<SecurityEventItem>> Handle(ListSecurityEvents query, CancellationToken ct)
    {
        IQueryable<SecurityEvent> rows = db.SecurityEvents;
        if (query.Kind is { } kind)
            rows = rows.Where(e => e.Kind == kind);
        if (query.UserId is { } id)
            rows = rows.Where(e => e.UserId == new UserId(id));
        if (query.UpdatedSince is { } since)
            rows = rows.Where(e => e.At >= since);
        return rows.ToPageAsync(
            query,
            e => e.Seq,
            descending: true,
            page =>
                page.Select(e => new SecurityEventItem(
                    e.At,
                    e.Kind,
                    (Guid?)(object?)e.UserId,
                    db.Users.Where(u => u.Id == e.UserId).Select(u => u.Name ?? u.Email).FirstOrDefault(),
                    (Guid?)(object?)e.ApiKeyId,
                    db.ApiKeys.Where(k => k.Id == e.ApiKeyId).Select(k => k.Prefix).FirstOrDefault(),
                    e.Network
                )),
            ct
        );
    }
}
