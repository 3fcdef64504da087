using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

/// <summary>
/// Lists the open commitments because of which a partnership cannot be completed or dissolved, or a member cannot leave it, with what may
/// be done with each; the earliest due date first.
/// </summary>
/// <param name="OrganizationId">Only those for which this member is accountable or that it supports.</param>
[Needs(Right.Administer)]
public sealed record ListOpenCommitments(
    PartnershipId PartnershipId,
    OrganizationId? OrganizationId = null,
    int? Limit = null,
    string? Cursor = null
) : IRequest<Page<OpenCommitment>>, IPaged;

internal sealed class ListOpenCommitmentsValidator : AbstractValidator<ListOpenCommitments>
{
    public ListOpenCommitmentsValidator() => this.Paged();
}

internal sealed class ListOpenCommitmentsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListOpenCommitments, Page<OpenCommitment>>
{
    public async Task<Page<OpenCommitment>> Handle(ListOpenCommitments query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var rows = db.Commitments.WhereOpenIn(query.PartnershipId);
        if (query.OrganizationId is { } member)
            rows = rows.WhereParty(member);
        var page = await rows.ToPageAsync(query, c => c.DueDateKey, descending: false, Items, ct);
        if (page.Items.Count == 0)
            await db.Partnerships.VisibleTo(db, user).GetAsync(query.PartnershipId, ct);
        return page with { Items = [.. page.Items.Select(item => item.WithActions(leaves: query.OrganizationId is not null))] };

        IQueryable<OpenCommitment> Items(IQueryable<Commitment> commitments) =>
            from c in commitments
            join o in db.Organizations on c.OrganizationId equals o.Id
            select new OpenCommitment
            {
                Id = c.Id.Value,
                Title = c.Title,
                Status = c.Status,
                OrganizationId = o.Id.Value,
                OrganizationName = o.Name,
                DueDate = c.DueDate,
                IsOverdue = c.OverdueAt <= now,
                IsReportedComplete = c.ReportedCompleteOn != null && c.Status == CommitmentStatus.Active,
                AwaitsDecision = db.ChangeRequests.Any(r =>
                    r.CommitmentId == c.Id && r.MilestoneId == null && r.Status == ChangeRequestStatus.Requested
                ),
                IsSupported = query.OrganizationId != null && c.OrganizationId != query.OrganizationId,
            };
    }
}
