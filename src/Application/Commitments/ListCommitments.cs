using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What narrows a list of commitments; what is null does not narrow it.</summary>
public record CommitmentFilter
{
    /// <summary>Late at this moment, or not.</summary>
    public bool? Overdue { get; init; }

    /// <summary>Completion is claimed and not yet reviewed.</summary>
    public bool? ReportedComplete { get; init; }

    public Guid? OrganizationId { get; init; }

    public Guid? PartnershipId { get; init; }

    public CommitmentStatus? Status { get; init; }

    /// <summary>1 to 17.</summary>
    public int? SdgGoal { get; init; }

    public string? SdgTarget { get; init; }

    /// <summary>ISO 3166-1 alpha-2 or alpha-3.</summary>
    public string? CountryCode { get; init; }

    public Pillar? Pillar { get; init; }

    public Sector? Sector { get; init; }

    public ReportingFrequency? ReportingFrequency { get; init; }

    /// <summary>Whether its due date was ever moved.</summary>
    public bool? Moved { get; init; }

    /// <summary>Moved at least so often.</summary>
    public int? TimesMovedFrom { get; init; }

    /// <summary>Slipped at least so many days.</summary>
    public int? DaysSlippedFrom { get; init; }

    public SmartLevel? SmartLevel { get; init; }

    /// <summary>Behind its plan by more than the margin.</summary>
    public bool? OffTrack { get; init; }

    /// <summary>A report is overdue.</summary>
    public bool? ReportOverdue { get; init; }

    /// <summary>A report or request waits too long for our answer.</summary>
    public bool? ReviewOverdue { get; init; }

    /// <summary>ReportedComplete as done, and no report of it has a file or a link that is not dead.</summary>
    public bool? ReportedCompleteWithoutEvidence { get; init; }

    public DateOnly? DueFrom { get; init; }

    public DateOnly? DueTo { get; init; }

    /// <summary>Part of the title or of the organization's name, without regard to case and accents.</summary>
    public string? Q { get; init; }
}


[Needs(Right.Read)]
public sealed record ListCommitments : CommitmentFilter, IRequest<Page<CommitmentItem>>, ISupportsUpdatedSince
{
    /// <summary><c>dueDate</c>, <c>-dueDate</c> or <c>title</c>; <c>dueDate</c> where nothing is said.</summary>
    public string? Sort { get; init; }

    public int? Limit { get; init; }

    public string? Cursor { get; init; }

    public DateTimeOffset? UpdatedSince { get; init; }
}

/// <summary>A commitment in a list.</summary>
public sealed record CommitmentItem
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public CommitmentStatus Status { get; init; }

    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public string OrganizationCountryCode { get; init; } = "";

    public Sector Sector { get; init; }

    public Guid PartnershipId { get; init; }

    public string PartnershipName { get; init; } = "";

    public Pillar? Pillar { get; init; }

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    public DateOnly DueDate { get; init; }

    public DateOnly OriginalDueDate { get; init; }

    /// <summary>How often the due date was moved.</summary>
    public int TimesMoved { get; init; }

    /// <summary>Days between the original and the current due date; negative when it came forward.</summary>
    public int DaysSlipped { get; init; }

    /// <summary>The last assessment by somebody else; null while nobody has looked.</summary>
    public CompletionLevel? AssessedLevel { get; init; }

    public SmartLevel SmartLevel { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Days since the due day, in the organization's zone; 0 when it is not overdue.</summary>
    public int DaysOverdue { get; init; }

    public DateOnly? ReportedCompleteOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? SourceId { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

internal sealed class CommitmentFilterValidator<T> : AbstractValidator<T>
    where T : CommitmentFilter
{
    public CommitmentFilterValidator()
    {
        RuleFor(q => q.Status).IsKnownValue();
        RuleFor(q => q.SdgGoal).InclusiveBetween(1, 17).Format("form.between", 1, 17);
        RuleFor(q => q.Pillar).IsKnownValue();
        RuleFor(q => q.Sector).IsKnownValue();
        RuleFor(q => q.SmartLevel).IsKnownValue();
        RuleFor(q => q.ReportingFrequency).IsKnownValue();
        RuleFor(q => q.Q).OptionalLine(200);
        RuleFor(q => q.SdgTarget).OptionalLine(20);
        RuleFor(q => q.CountryCode).OptionalLine(20);
    }
}

public static class CommitmentSorts
{
    public static readonly IReadOnlyList<string> All = ["dueDate", "-dueDate", "title", "-timesMoved", "-daysSlipped"];
}

internal sealed class ListCommitmentsValidator : AbstractValidator<ListCommitments>
{
    public ListCommitmentsValidator()
    {
        Include(new CommitmentFilterValidator<ListCommitments>());
        this.Paged();
        RuleFor(q => q.Sort).Must(sort => sort is null || CommitmentSorts.All.Contains(sort)).Format("form.oneOf", string.Join(", ", CommitmentSorts.All));
    }
}

internal sealed class ListCommitmentsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ListCommitments, Page<CommitmentItem>>
{
    public async Task<Page<CommitmentItem>> Handle(ListCommitments query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var rows = db.Commitments.VisibleTo(db, user).Matching(query, db, now);
        var page = query.Sort switch
        {
            "title" => await rows.ToPageAsync(query, c => c.TitleKey, descending: false, Items, ct),
            "-daysSlipped" => await rows.ToPageAsync(query, c => c.DaysSlipped, descending: true, Items, ct),
            "-timesMoved" => await rows.ToPageAsync(query, c => c.TimesMoved, descending: true, Items, ct),
            "-dueDate" => await rows.ToPageAsync(query, c => c.DueDate, descending: true, Items, ct),
            _ => await rows.ToPageAsync(query, c => c.DueDate, descending: false, Items, ct),
        };
        return new Page<CommitmentItem>([.. page.Items.Select(row => row.Judged(now))], page.Next, page.Total);
    }

    private IQueryable<Row> Items(IQueryable<Commitment> commitments) => (
        from c in commitments
        join o in db.Organizations on c.OrganizationId equals o.Id
        join p in db.Partnerships on c.PartnershipId equals p.Id
        select new Row(
            new CommitmentItem
            {
                Id = c.Id.Value,
                Title = c.Title,
                Status = c.Status,
                OrganizationId = o.Id.Value,
                OrganizationName = o.Name,
                OrganizationCountryCode = o.CountryCode,
                Sector = o.Sector,
                PartnershipId = p.Id.Value,
                PartnershipName = p.Name,
                Pillar = c.Pillar,
                SdgTargets = c.Targets.OrderBy(t => t.Seq).Select(t => t.Code).ToList(),
                DueDate = c.DueDate,
                OriginalDueDate = c.OriginalDueDate,
                TimesMoved = c.TimesMoved,
                DaysSlipped = c.DaysSlipped,
                AssessedLevel = c.AssessedLevel,
                SmartLevel = c.SmartLevel,
                ReportedCompleteOn = c.ReportedCompleteOn,
                ClosedOn = c.ClosedOn,
                SourceId = c.SourceId,
                UpdatedAt = c.UpdatedAt,
                Version = c.Version,
            },
            c.OverdueAt, o.TimeZone)).AsSplitQuery();

    private sealed record Row(CommitmentItem Item, DateTimeOffset? OverdueAt, string TimeZone)
    {
        public CommitmentItem Judged(DateTimeOffset now) => OverdueAt <= now
            ? Item with { IsOverdue = true, DaysOverdue = Lateness.Days(OverdueAt, Item.DueDate, now, DueDay.Today(now, Codes.TimeZone(TimeZone))) }
            : Item;
    }
}

internal static class CommitmentFilters
{
    public static IQueryable<Commitment> Matching(this IQueryable<Commitment> rows, CommitmentFilter filter, ITrackerDb db, DateTimeOffset now)
    {
        if (filter.Overdue is true) rows = rows.WhereOverdue(now);
        if (filter.Overdue is false) rows = rows.Where(c => c.OverdueAt == null || c.OverdueAt > now);
        if (filter.ReportedComplete is true) rows = rows.WhereReportedComplete();
        if (filter.ReportedComplete is false) rows = rows.Where(c => c.ReportedCompleteOn == null || c.Status != CommitmentStatus.Active);
        if (filter.OrganizationId is { } organization) rows = rows.Where(c => c.OrganizationId == new OrganizationId(organization));
        if (filter.PartnershipId is { } partnership) rows = rows.Where(c => c.PartnershipId == new PartnershipId(partnership));
        if (filter.Status is { } status) rows = rows.Where(c => c.Status == status);
        if (filter.SdgGoal is { } goal) rows = rows.Where(c => db.CommitmentTargets.Any(t => t.CommitmentId == c.Id && t.Goal == goal));
        if (Blank.ToNull(filter.SdgTarget) is { } target)
        {
            var code = Codes.SdgTarget(target, "sdgTarget").Code;
            rows = rows.Where(c => db.CommitmentTargets.Any(t => t.CommitmentId == c.Id && t.Code == code));
        }

        if (Blank.ToNull(filter.CountryCode) is { } country)
        {
            var code = Codes.Country(country);
            rows = rows.Where(c => db.CommitmentCountries.Any(row => row.CommitmentId == c.Id && row.Code == code));
        }

        if (filter.Pillar is { } pillar) rows = rows.Where(c => c.Pillar == pillar);
        if (filter.Sector is { } sector) rows = rows.Join(db.Organizations.Where(o => o.Sector == sector), c => c.OrganizationId, o => o.Id, (c, _) => c);
        if (filter.ReportingFrequency is { } frequency) rows = rows.Where(c => c.ReportingFrequency == frequency);
        if (filter.Moved is true) rows = rows.Where(c => c.TimesMoved > 0);
        if (filter.Moved is false) rows = rows.Where(c => c.TimesMoved == 0);
        if (filter.TimesMovedFrom is { } times) rows = rows.Where(c => c.TimesMoved >= times);
        if (filter.DaysSlippedFrom is { } slipped) rows = rows.Where(c => c.DaysSlipped >= slipped);
        if (filter.SmartLevel is { } level) rows = rows.Where(c => c.SmartLevel == level);
        if (filter.OffTrack is true) rows = rows.Where(c => c.OffTrackAt <= now);
        if (filter.OffTrack is false) rows = rows.Where(c => c.OffTrackAt == null || c.OffTrackAt > now);
        if (filter.ReportOverdue is true) rows = rows.Where(c => c.ReportDueAt <= now);
        if (filter.ReportOverdue is false) rows = rows.Where(c => c.ReportDueAt == null || c.ReportDueAt > now);
        if (filter.ReviewOverdue is true) rows = rows.Where(c => c.ReviewDueAt <= now);
        if (filter.ReviewOverdue is false) rows = rows.Where(c => c.ReviewDueAt == null || c.ReviewDueAt > now);
        if (filter.ReportedCompleteWithoutEvidence is { } without)
        {
            var supported = db.ProgressReports.Where(r => r.Evidence.Any(e => !e.IsDead)).Select(r => r.CommitmentId);
            rows = without
                ? rows.WhereReportedComplete().Where(c => !supported.Contains(c.Id))
                : rows.Where(c => c.ReportedCompleteOn == null || c.Status != CommitmentStatus.Active || supported.Contains(c.Id));
        }

        if (filter.DueFrom is { } from) rows = rows.Where(c => c.DueDate >= from);
        if (filter.DueTo is { } to) rows = rows.Where(c => c.DueDate <= to);
        if (Blank.ToNull(filter.Q) is { } q)
        {
            var key = TextKey.Of(q);
            rows = rows.Where(c => c.TitleKey.Contains(key) || db.Organizations.Any(o => o.Id == c.OrganizationId && o.NameKey.Contains(key)));
        }

        return rows;
    }

    /// <summary>Completion is claimed and waits for somebody else to look.</summary>
    public static IQueryable<Commitment> WhereReportedComplete(this IQueryable<Commitment> rows) =>
        rows.Where(c => c.ReportedCompleteOn != null && c.Status == CommitmentStatus.Active);
}
