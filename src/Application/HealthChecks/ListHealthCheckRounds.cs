using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>Lists the rounds of the health check of a partnership, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListHealthCheckRounds(
    PartnershipId PartnershipId,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<HealthCheckRoundDetails>>, ISupportsUpdatedSince;

internal sealed class ListHealthCheckRoundsValidator : AbstractValidator<ListHealthCheckRounds>
{
    public ListHealthCheckRoundsValidator() => this.Paged();
}

internal sealed class ListHealthCheckRoundsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListHealthCheckRounds, Page<HealthCheckRoundDetails>>
{
    public async Task<Page<HealthCheckRoundDetails>> Handle(ListHealthCheckRounds query, CancellationToken ct)
    {
        var visible = db.Partnerships.VisibleTo(db, user).Where(p => p.Id == query.PartnershipId);
        var page = await db
            .HealthCheckRounds.AsNoTracking()
            .Where(r => visible.Any(p => p.Id == r.PartnershipId))
            .ToPageAsync(query, r => r.Number, descending: true, rows => rows, ct);
        if (page.Items.Count == 0)
            await visible.GetAsync(query.PartnershipId, ct);
        return new Page<HealthCheckRoundDetails>([.. page.Items.Select(r => r.DetailsAt(time.GetUtcNow()))], page.Next, page.Total);
    }
}
