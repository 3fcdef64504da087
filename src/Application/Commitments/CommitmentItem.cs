using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A commitment in a list.</summary>
public sealed record CommitmentItem
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public CommitmentStatus Status { get; init; }

    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public string? OrganizationCountryCode { get; init; }

    public Sector Sector { get; init; }

    public Guid PartnershipId { get; init; }

    public string PartnershipName { get; init; } = "";

    /// <summary>The code of a pillar, e.g. <c>advocacy</c>.</summary>
    public string? Pillar { get; init; }

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>Null only for a draft, or one that ended without a due date.</summary>
    public DateOnly? DueDate { get; init; }

    public DateOnly? OriginalDueDate { get; init; }

    /// <summary>How often the due date was moved.</summary>
    public int TimesMoved { get; init; }

    /// <summary>Days between the original and the current due date; negative if it moved to an earlier day.</summary>
    public int DaysSlipped { get; init; }

    /// <summary>The level of the last assessment by a reviewer; null if not assessed yet.</summary>
    public CompletionLevel? AssessedLevel { get; init; }

    public SmartLevel SmartLevel { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Days since the due date, in the organization's time zone; 0 if the commitment is not overdue.</summary>
    public int DaysOverdue { get; init; }

    public DateOnly? ReportedCompleteOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>The day on which it was withdrawn or superseded while overdue; null if it was not.</summary>
    public DateOnly? EndedOverdueOn { get; init; }

    /// <summary>Days from the due date to that day; 0 if there is none.</summary>
    public int DaysOverdueAtEnd => CommitmentJudgement.DaysOverdueAtEnd(DueDate, EndedOverdueOn);

    /// <summary>How many voices of communities differ from what was reported; see <c>voices=diverging</c>.</summary>
    public int VoicesDiffering { get; init; }

    public string? SourceId { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

/// <summary>A row of the list with the values from which the item is computed.</summary>
internal sealed record CommitmentItemRow(CommitmentItem Item, DateTimeOffset? OverdueAt, string TimeZone)
{
    public CommitmentItem JudgedAt(DateTimeOffset now) =>
        OverdueAt <= now
            ? Item with
            {
                IsOverdue = true,
                DaysOverdue = DueDay.DaysOverdue(Item.DueDate, OverdueAt, now, Codes.TimeZone(TimeZone)),
            }
            : Item;
}

internal static class CommitmentItemProjection
{
    public static IQueryable<CommitmentItemRow> AsItems(this IQueryable<Commitment> commitments, ITrackerDb db)
    {
        var diverging = db.Voices.WhereDiverging(db);
        var items =
            from c in commitments
            join o in db.Organizations on c.OrganizationId equals o.Id
            join p in db.Partnerships on c.PartnershipId equals p.Id
            select new CommitmentItemRow(
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
                    EndedOverdueOn = c.EndedOverdueOn,
                    VoicesDiffering = diverging.Count(v => v.CommitmentId == c.Id),
                    SourceId = c.SourceId,
                    UpdatedAt = c.UpdatedAt,
                    Version = c.Version,
                },
                c.OverdueAt,
                o.TimeZone
            );
        return items;
    }
}
