using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A commitment, whole, as it is answered. Lateness is a judgement of this moment.</summary>
public sealed record CommitmentDetails
{
    public Guid Id { get; init; }

    public Guid PartnershipId { get; init; }

    public string PartnershipName { get; init; } = "";

    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public Sector Sector { get; init; }

    /// <summary>IANA id; the due day ends by it.</summary>
    public string TimeZone { get; init; } = "";

    public CommitmentStatus Status { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    public Pillar? Pillar { get; init; }

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>As stated; empty where the organization's country stands in.</summary>
    public IReadOnlyList<string> CountryCodes { get; init; } = [];

    public DateOnly? StartDate { get; init; }

    public DateOnly DueDate { get; init; }

    public DateOnly OriginalDueDate { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Days since the due day, in the organization's zone; 0 when it is not overdue.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>When it becomes, or became, late (UTC); null while the delivery clock stands still.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>The day for which the partner claims completion; nobody else has looked yet.</summary>
    public DateOnly? CompletionClaimedOn { get; init; }

    public Measure? Measure { get; init; }

    public ReportingFrequency ReportingFrequency { get; init; }

    public Funding? Funding { get; init; }

    public string? TargetGroup { get; init; }

    public string? Place { get; init; }

    public string? Resources { get; init; }

    public string? FundingStatus { get; init; }

    public string? Risks { get; init; }

    public string? StatedNeed { get; init; }

    public string? SourceId { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? ClosingNarrative { get; init; }

    public string? ReturnReason { get; init; }

    public IReadOnlyList<MilestoneDetails> Milestones { get; init; } = [];

    /// <summary>What is allowed but worth knowing, e.g. that the due date lies in the past.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    public int Version { get; init; }
}

public sealed record MilestoneDetails
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public DateOnly DueDate { get; init; }

    public DateOnly OriginalDueDate { get; init; }

    public decimal Weight { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Days since the due day, in the organization's zone; 0 when it is not overdue.</summary>
    public int DaysOverdue { get; init; }

    [JsonIgnore]
    public DateTimeOffset? OverdueAt { get; init; }
}

[Needs(Right.Read)]
public sealed record GetCommitment(CommitmentId CommitmentId) : IRequest<CommitmentDetails>;

internal sealed class GetCommitmentHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<GetCommitment, CommitmentDetails>
{
    public async Task<CommitmentDetails> Handle(GetCommitment query, CancellationToken ct)
    {
        var rows =
            from c in db.Commitments.VisibleTo(db, user)
            where c.Id == query.CommitmentId
            join o in db.Organizations on c.OrganizationId equals o.Id
            join p in db.Partnerships on c.PartnershipId equals p.Id
            select new CommitmentDetails
            {
                Id = c.Id.Value,
                PartnershipId = p.Id.Value,
                PartnershipName = p.Name,
                OrganizationId = o.Id.Value,
                OrganizationName = o.Name,
                Sector = o.Sector,
                TimeZone = o.TimeZone,
                Status = c.Status,
                Title = c.Title,
                Description = c.Description,
                Pillar = c.Pillar,
                Themes = c.Themes,
                SdgTargets = c.Targets.OrderBy(t => t.Seq).Select(t => t.Code).ToList(),
                CountryCodes = c.Countries.Where(country => country.IsStated).OrderBy(country => country.Seq).Select(country => country.Code).ToList(),
                StartDate = c.StartDate,
                DueDate = c.DueDate,
                OriginalDueDate = c.OriginalDueDate,
                OverdueAt = c.OverdueAt,
                CompletionClaimedOn = c.CompletionClaimedOn,
                Measure = c.Measure,
                ReportingFrequency = c.ReportingFrequency,
                Funding = c.Funding,
                TargetGroup = c.Context.TargetGroup,
                Place = c.Context.Place,
                Resources = c.Context.Resources,
                FundingStatus = c.Context.FundingStatus,
                Risks = c.Context.Risks,
                StatedNeed = c.Context.StatedNeed,
                SourceId = c.SourceId,
                ClosedOn = c.ClosedOn,
                ClosingNarrative = c.ClosingNarrative,
                ReturnReason = c.ReturnReason,
                Milestones = c.Milestones.OrderBy(m => m.DueDate).ThenBy(m => m.Seq).Select(m => new MilestoneDetails
                {
                    Id = m.Id.Value,
                    Title = m.Title,
                    DueDate = m.DueDate,
                    OriginalDueDate = m.OriginalDueDate,
                    Weight = m.Weight,
                    CompletedOn = m.CompletedOn,
                    OverdueAt = m.OverdueAt,
                }).ToList(),
                Version = c.Version,
            };
        var found = await rows.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("commitment");
        return Judge(found, time.GetUtcNow());
    }

    /// <summary>Answers the questions about now.</summary>
    private static CommitmentDetails Judge(CommitmentDetails found, DateTimeOffset now)
    {
        var today = DueDay.Today(now, Codes.TimeZone(found.TimeZone));
        return found with
        {
            IsOverdue = found.OverdueAt <= now,
            DaysOverdue = Lateness.Days(found.OverdueAt, found.DueDate, now, today),
            Milestones = [.. found.Milestones.Select(m => m with
            {
                IsOverdue = m.OverdueAt <= now,
                DaysOverdue = Lateness.Days(m.OverdueAt, m.DueDate, now, today),
            })],
            Remarks = found.Status is CommitmentStatus.Draft or CommitmentStatus.Submitted && found.DueDate < today ? [Remark.Of("commitment.dueInThePast")] : [],
        };
    }
}

internal static class Lateness
{
    public static int Days(DateTimeOffset? overdueAt, DateOnly dueDate, DateTimeOffset now, DateOnly today) =>
        overdueAt <= now ? today.DayNumber - dueDate.DayNumber : 0;
}
