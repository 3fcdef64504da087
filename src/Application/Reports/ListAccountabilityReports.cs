using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Lists accountability reports, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListAccountabilityReports(
    Guid? ScheduleId = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<AccountabilityReportItem>>, ISupportsUpdatedSince;

/// <summary>An accountability report in a list.</summary>
public sealed record AccountabilityReportItem
{
    public Guid Id { get; init; }

    public Guid ScheduleId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The time at which its figures were computed (UTC).</summary>
    public DateTimeOffset AsOf { get; init; }

    public string Language { get; init; } = "";

    public int Recipients { get; init; }

    /// <summary>To how many recipients the mail was handed over so far.</summary>
    public int Delivered { get; init; }

    public string Subject { get; init; } = "";
}

internal sealed class ListAccountabilityReportsValidator : AbstractValidator<ListAccountabilityReports>
{
    public ListAccountabilityReportsValidator() => this.Paged();
}

internal sealed class ListAccountabilityReportsHandler(ITrackerDb db, ICurrentUser user)
    : IRequestHandler<ListAccountabilityReports, Page<AccountabilityReportItem>>
{
    public Task<Page<AccountabilityReportItem>> Handle(ListAccountabilityReports query, CancellationToken ct)
    {
        var rows = db.AccountabilityReports.VisibleTo(user);
        if (query.ScheduleId is { } schedule)
            rows = rows.Where(r => r.ScheduleId == new ReportScheduleId(schedule));
        return rows.ToPageAsync(
            query,
            r => r.Seq,
            descending: true,
            page =>
                page.Select(r => new AccountabilityReportItem
                {
                    Id = r.Id.Value,
                    ScheduleId = r.ScheduleId.Value,
                    Name = r.Name,
                    AsOf = r.AsOf,
                    Language = r.Language,
                    Recipients = r.Recipients,
                    Delivered = db.Mails.Count(m => m.ReportId == r.Id && m.SentAt != null),
                    Subject = r.Subject,
                }),
            ct
        );
    }
}
