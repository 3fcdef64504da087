using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.History;

namespace PartnershipTracker.Application.History;

/// <summary>Lists the verifications of the history, the newest first.</summary>
[Needs(Right.Audit)]
public sealed record ListAuditVerifications(AuditVerificationState? State = null, int? Limit = null, string? Cursor = null)
    : IRequest<Page<AuditVerificationItem>>,
        IPaged;

internal sealed class ListAuditVerificationsValidator : AbstractValidator<ListAuditVerifications>
{
    public ListAuditVerificationsValidator()
    {
        this.Paged();
        RuleFor(q => q.State).IsKnownValue();
    }
}

internal sealed class ListAuditVerificationsHandler(ITrackerDb db, ICurrentUser user)
    : IRequestHandler<ListAuditVerifications, Page<AuditVerificationItem>>
{
    public async Task<Page<AuditVerificationItem>> Handle(ListAuditVerifications query, CancellationToken ct)
    {
        var rows = db.AuditVerifications.AsNoTracking();
        if (query.State is { } state)
            rows = rows.Where(v => v.State == state);
        var page = await rows.ToPageAsync(query, v => v.Seq, descending: true, some => some, ct);
        return new Page<AuditVerificationItem>(await page.Items.DescribeAsync(db, user, ct), page.Next, page.Total);
    }
}
