using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Lists the report links of a commitment and their state, the newest first.</summary>
[Needs(Right.ManagePeople)]
public sealed record ListReportLinks(
    CommitmentId CommitmentId,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<ReportLinkDetails>>, ISupportsUpdatedSince;

internal sealed class ListReportLinksValidator : AbstractValidator<ListReportLinks>
{
    public ListReportLinksValidator() => this.Paged();
}

internal sealed class ListReportLinksHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListReportLinks, Page<ReportLinkDetails>>
{
    public async Task<Page<ReportLinkDetails>> Handle(ListReportLinks query, CancellationToken ct)
    {
        await db.MustSeeLinksOfAsync(user, query.CommitmentId, ct);
        var page = await db
            .ReportLinks.VisibleTo(user)
            .Where(l => l.CommitmentId == query.CommitmentId)
            .ToPageAsync(query, l => l.Seq, descending: true, rows => rows.WithFacts(db), ct);
        return new Page<ReportLinkDetails>([.. page.Items.Select(row => row.At(time.GetUtcNow()))], page.Next, page.Total);
    }
}
