using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

[Needs(Right.ManagePeople)]
public sealed record ListWebhooks(
    Guid? OrganizationId = null,
    WebhookStatus? Status = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<WebhookDetails>>, ISupportsUpdatedSince;

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
        if (query.OrganizationId is { } organization)
            rows = rows.Where(w => w.OrganizationId == new OrganizationId(organization));
        if (query.Status is { } status)
            rows = rows.Where(w => w.Status == status);
        return rows.ToPageAsync(query, w => w.Seq, descending: false, page => page.Select(WebhookDetails.FromRow), ct);
    }
}
