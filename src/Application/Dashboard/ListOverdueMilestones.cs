using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>Lists milestones that are overdue now, the most overdue first.</summary>
[Needs(Right.Read)]
public sealed record ListOverdueMilestones(int? Limit = null, string? Cursor = null) : IRequest<Page<OverdueMilestone>>, IPaged
{
    public bool TotalOnEveryPage { get; init; }
}

/// <param name="DaysOverdue">Days since the due date, in the organization's time zone.</param>
/// <param name="CommitmentIsOverdue">Whether the commitment itself is overdue, too; if not, the milestone is an early warning.</param>
public sealed record OverdueMilestone(
    Guid Id,
    string Title,
    DateOnly DueDate,
    int DaysOverdue,
    Guid CommitmentId,
    string CommitmentTitle,
    DateOnly CommitmentDueDate,
    bool CommitmentIsOverdue,
    string OrganizationName,
    string? CountryCode
);

internal sealed class ListOverdueMilestonesValidator : AbstractValidator<ListOverdueMilestones>
{
    public ListOverdueMilestonesValidator() => this.Paged();
}

internal sealed class ListOverdueMilestonesHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListOverdueMilestones, Page<OverdueMilestone>>
{
    public async Task<Page<OverdueMilestone>> Handle(ListOverdueMilestones query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var visible = db.Commitments.VisibleTo(db, user);
        var overdue = db.Milestones.WhereOverdue(now).Where(m => visible.Any(c => c.Id == m.CommitmentId));
        var page = await overdue.ToPageAsync(query, m => m.DueDate, descending: false, Rows, ct);
        return new Page<OverdueMilestone>([.. page.Items.Select(row => row.Judged(now))], page.Next, page.Total);
    }

    private IQueryable<Row> Rows(IQueryable<Milestone> milestones) =>
        from m in milestones
        join c in db.Commitments on m.CommitmentId equals c.Id
        join o in db.Organizations on c.OrganizationId equals o.Id
        select new Row(
            m.Id.Value,
            m.Title,
            m.DueDate,
            m.OverdueAt,
            c.Id.Value,
            c.Title,
            c.DueDate!.Value,
            c.OverdueAt,
            o.Name,
            o.CountryCode,
            o.TimeZone
        );

    private sealed record Row(
        Guid Id,
        string Title,
        DateOnly DueDate,
        DateTimeOffset? OverdueAt,
        Guid CommitmentId,
        string CommitmentTitle,
        DateOnly CommitmentDueDate,
        DateTimeOffset? CommitmentOverdueAt,
        string OrganizationName,
        string? CountryCode,
        string TimeZone
    )
    {
        public OverdueMilestone Judged(DateTimeOffset now) =>
            new(
                Id,
                Title,
                DueDate,
                DueDay.DaysOverdue(DueDate, OverdueAt, now, Codes.TimeZone(TimeZone)),
                CommitmentId,
                CommitmentTitle,
                CommitmentDueDate,
                CommitmentOverdueAt <= now,
                OrganizationName,
                CountryCode
            );
    }
}
