using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>Lists the work that is still to be done, the newest first.</summary>
[Needs(Right.Administer)]
public sealed record ListDeferredWork(
    DeferredState? State = null, DeferredKind? Kind = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<DeferredWorkDetails>>, ISupportsUpdatedSince;

internal sealed class ListDeferredWorkValidator : AbstractValidator<ListDeferredWork>
{
    public ListDeferredWorkValidator()
    {
        this.Paged();
        RuleFor(q => q.State).IsKnownValue();
        RuleFor(q => q.Kind).IsKnownValue();
    }
}

internal sealed class ListDeferredWorkHandler(ITrackerDb db) : IRequestHandler<ListDeferredWork, Page<DeferredWorkDetails>>
{
    public async Task<Page<DeferredWorkDetails>> Handle(ListDeferredWork query, CancellationToken ct)
    {
        var rows = db.DeferredWork.AsNoTracking();
        if (query.State is { } state) rows = rows.Where(w => w.ParkedAt != null == (state == DeferredState.Parked));
        if (query.Kind is { } kind) rows = rows.Where(w => w.Kind == kind);
        var page = await rows.ToPageAsync(query, w => w.Seq, descending: true, some => some, ct);
        return new Page<DeferredWorkDetails>(await db.DescribeAsync(page.Items, ct), page.Next, page.Total);
    }
}
