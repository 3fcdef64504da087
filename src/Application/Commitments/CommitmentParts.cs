using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The small lists that are part of a commitment, all read in one statement.</summary>
internal sealed record CommitmentParts
{
    private const int MaxPeriods = 12;
    private const int MaxReplaced = 20;

    private const int Milestone = 1;
    private const int Supporter = 2;
    private const int Target = 3;
    private const int Country = 4;
    private const int Period = 5;
    private const int Replaced = 6;
    private const int Value = 7;

    /// <summary>By due date.</summary>
    public required IReadOnlyList<MilestoneDetails> Milestones { get; init; }

    public required IReadOnlyList<SupporterDetails> Supporters { get; init; }

    public required IReadOnlyList<string> SdgTargets { get; init; }

    /// <summary>Only the countries that the commitment names.</summary>
    public required IReadOnlyList<string> CountryCodes { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<ReportingPeriodDetails> ReportingPeriods { get; init; }

    public required IReadOnlyList<ReplacedCommitment> Replaces { get; init; }

    public required LastValue? LastValue { get; init; }

    /// <summary>Whoever sees a commitment sees what it replaced, because both belong to one partnership and were accepted.</summary>
    public static async Task<CommitmentParts> ReadAsync(ITrackerDb db, CommitmentId id, CancellationToken ct)
    {
        var keys = db
            .Milestones.Where(m => m.CommitmentId == id)
            .In(Milestone)
            .Concat(db.Supporters.Where(s => s.CommitmentId == id).In(Supporter))
            .Concat(db.CommitmentTargets.Where(t => t.CommitmentId == id).In(Target))
            .Concat(db.CommitmentCountries.Where(c => c.CommitmentId == id && c.IsStated).In(Country))
            .Concat(db.ReportingPeriods.Where(p => p.CommitmentId == id).OrderByDescending(p => p.From).Take(MaxPeriods).In(Period))
            .Concat(db.Commitments.Where(c => c.SuccessorId == id && c.WasAccepted).OrderBy(c => c.Seq).Take(MaxReplaced).In(Replaced))
            .Concat(db.ProgressReports.WithLastValueOf(id).In(Value));

        // The table with the most columns comes last, because a query is the longer the earlier its tables are joined.
        var rows = await (
            from key in keys
            join c in db.CommitmentCountries on new { key.Table, key.Seq } equals new { Table = Country, c.Seq } into countries
            from c in countries.DefaultIfEmpty()
            join t in db.CommitmentTargets on new { key.Table, key.Seq } equals new { Table = Target, t.Seq } into targets
            from t in targets.DefaultIfEmpty()
            join s in db.Supporters on new { key.Table, key.Seq } equals new { Table = Supporter, s.Seq } into supporters
            from s in supporters.DefaultIfEmpty()
            join r in db.Commitments on new { key.Table, key.Seq } equals new { Table = Replaced, r.Seq } into replaced
            from r in replaced.DefaultIfEmpty()
            join v in db.ProgressReports on new { key.Table, key.Seq } equals new { Table = Value, v.Seq } into values
            from v in values.DefaultIfEmpty()
            join p in db.ReportingPeriods on new { key.Table, key.Seq } equals new { Table = Period, p.Seq } into periods
            from p in periods.DefaultIfEmpty()
            join m in db.Milestones on new { key.Table, key.Seq } equals new { Table = Milestone, m.Seq } into milestones
            from m in milestones.DefaultIfEmpty()
            select new
            {
                key.Seq,
                Milestone = m == null
                    ? null
                    : new MilestoneDetails
                    {
                        Id = m.Id.Value,
                        Title = m.Title,
                        DueDate = m.DueDate,
                        OriginalDueDate = m.OriginalDueDate,
                        TimesMoved = m.TimesMoved,
                        Weight = m.Weight,
                        DroppedOn = m.DroppedOn,
                        CompletedOn = m.CompletedOn,
                        OverdueAt = m.OverdueAt,
                    },
                Supporter = s == null
                    ? null
                    : new SupporterDetails(
                        s.OrganizationId.Value,
                        db.Organizations.Where(o => o.Id == s.OrganizationId).Select(o => o.Name).First(),
                        s.Share
                    ),
                Target = t == null ? null : t.Code,
                Country = c == null ? null : c.Code,
                Period = p == null
                    ? null
                    : new ReportingPeriodDetails(p.From, p.To, p.DueOn, p.Status, p.ReportId == null ? null : p.ReportId!.Value.Value),
                Replaced = r == null
                    ? null
                    : new ReplacedCommitment(r.Id.Value, r.Title, CommitmentJudgement.DaysOverdueAtEnd(r.DueDate, r.EndedOverdueOn)),
                Value = v == null
                    ? null
                    : new LastValue(
                        v.Value!.Value,
                        v.AsOf,
                        v.OrganizationId.Value,
                        db.Organizations.Where(o => o.Id == v.OrganizationId).Select(o => o.Name).First(),
                        v.Status
                    ),
            }
        ).ToListAsync(ct);

        // The databases return the rows in any order.
        rows = [.. rows.OrderBy(row => row.Seq)];
        return new CommitmentParts
        {
            Milestones = [.. rows.Select(row => row.Milestone).OfType<MilestoneDetails>().OrderBy(m => m.DueDate)],
            Supporters = [.. rows.Select(row => row.Supporter).OfType<SupporterDetails>()],
            SdgTargets = [.. rows.Select(row => row.Target).OfType<string>()],
            CountryCodes = [.. rows.Select(row => row.Country).OfType<string>()],
            ReportingPeriods = [.. rows.Select(row => row.Period).OfType<ReportingPeriodDetails>().OrderByDescending(p => p.From)],
            Replaces = [.. rows.Select(row => row.Replaced).OfType<ReplacedCommitment>()],
            LastValue = rows.Select(row => row.Value).OfType<LastValue>().SingleOrDefault(),
        };
    }
}
