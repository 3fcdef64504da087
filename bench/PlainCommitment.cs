using System.Data.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Bench;

/// <summary>One commitment, whole, by hand: six statements sent as one. What is a rule (readiness, plan) is asked of the domain on both sides.</summary>
internal static class PlainCommitment
{
    private const string Sql = """
        SELECT c."PartnershipId", p."Name", c."OrganizationId", o."Name", o."Sector", o."TimeZone", c."Status", c."Title", c."Description", c."Pillar", c."Themes",
            c."StartDate", c."DueDate", c."OriginalDueDate", c."TimesMoved", c."DaysSlipped", c."OverdueAt", c."AssessedLevel", c."AssessedOn", c."ReportDueOn", c."ReviewDueOn",
            c."SuccessorId", c."ReportedCompleteOn", c."ReportingFrequency", c."SourceId", c."ClosedOn", c."ClosingNarrative", c."ReturnReason", c."Version",
            c."ReportDueAt", c."ReviewDueAt", c."OffTrackAt", c."LastAcceptedValue", EXISTS (SELECT 1 FROM "Contacts" k WHERE k."OrganizationId" = o."Id"),
            c."Measure_Indicator", c."Measure_Unit", c."Measure_Baseline", c."Measure_BaselineDate", c."Measure_Target", c."Measure_MeansOfVerification",
            c."Funding_Amount", c."Funding_Currency", c."Funding_Paid",
            c."Context_TargetGroup", c."Context_Place", c."Context_Resources", c."Context_FundingStatus", c."Context_Risks", c."Context_StatedNeed", c."UpdatedAt"
        FROM "Commitments" c JOIN "Organizations" o ON o."Id" = c."OrganizationId" JOIN "Partnerships" p ON p."Id" = c."PartnershipId" WHERE c."Id" = @id;
        SELECT "Code" FROM "CommitmentTargets" WHERE "CommitmentId" = @id ORDER BY "Seq";
        SELECT "Code" FROM "CommitmentCountries" WHERE "CommitmentId" = @id AND "IsStated" ORDER BY "Seq";
        SELECT s."OrganizationId", o."Name", s."Share" FROM "Supporters" s JOIN "Organizations" o ON o."Id" = s."OrganizationId" WHERE s."CommitmentId" = @id ORDER BY s."Seq";
        SELECT "From", "To", "DueOn", "Status", "ReportId" FROM "ReportingPeriods" WHERE "CommitmentId" = @id ORDER BY "From" DESC LIMIT 12;
        SELECT "Id", "Title", "DueDate", "OriginalDueDate", "TimesMoved", "Weight", "CompletedOn", "DroppedOn", "OverdueAt" FROM "Milestones" WHERE "CommitmentId" = @id ORDER BY "DueDate", "Seq";
        """;

    public static async Task<CommitmentDetails> GetAsync(DbConnection connection, Guid id, DateTimeOffset now)
    {
        await using var command = connection.Command(Sql, ("id", id));
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var commitment = Read(reader, id);
        return Judged(
            commitment with
            {
                SdgTargets = await NextAsync(reader, r => r.GetString(0)),
                CountryCodes = await NextAsync(reader, r => r.GetString(0)),
                Supporters = await NextAsync(reader, r => new SupporterDetails(r.GetGuid(0), r.GetString(1), r.Nullable<decimal>(2))),
                ReportingPeriods = await NextAsync(reader, r => new ReportingPeriodDetails(
                    r.GetFieldValue<DateOnly>(0), r.GetFieldValue<DateOnly>(1), r.GetFieldValue<DateOnly>(2), r.Enum<ReportingPeriodStatus>(3), r.Nullable<Guid>(4))),
                Milestones = await NextAsync(reader, r => new MilestoneDetails
                {
                    Id = r.GetGuid(0),
                    Title = r.GetString(1),
                    DueDate = r.GetFieldValue<DateOnly>(2),
                    OriginalDueDate = r.GetFieldValue<DateOnly>(3),
                    TimesMoved = r.Int(4),
                    Weight = r.GetDecimal(5),
                    CompletedOn = r.Nullable<DateOnly>(6),
                    DroppedOn = r.Nullable<DateOnly>(7),
                    OverdueAt = Instant(r, 8),
                }),
            },
            now);
    }

    /// <summary>Answers the questions about now.</summary>
    public static CommitmentDetails Judged(CommitmentDetails c, DateTimeOffset now)
    {
        var today = DueDay.Today(now, Codes.TimeZone(c.TimeZone));
        var plan = new ProgressPlan(c.Milestones.Where(m => m.DroppedOn is null).Select(m => new PlannedMilestone(m.DueDate, m.Weight, m.CompletedOn is not null)), c.StartDate, c.DueDate);
        var readiness = SmartReadiness.Of(new SmartSubject(
            c.Title, c.Description, c.Facts.HasContact, c.Measure, c.Funding, new CommitmentContext(c.TargetGroup, c.Place, c.Resources, c.FundingStatus, c.Risks, c.StatedNeed),
            c.Pillar, c.Themes, c.CountryCodes.Count > 0, c.StartDate, c.Milestones.Any(m => m.DroppedOn is null)));
        return c with
        {
            IsOverdue = c.OverdueAt <= now,
            DaysOverdue = Days(c.OverdueAt, c.DueDate),
            IsReportOverdue = c.Facts.ReportDueAt <= now,
            IsReviewOverdue = c.Facts.ReviewDueAt <= now,
            IsOffTrack = c.Facts.OffTrackAt <= now,
            Progress = plan.On(today, plan.Done ?? ProgressPlan.PointsOf(c.Facts.LastAcceptedValue, c.Measure?.Baseline, c.Measure?.Target)),
            Smart = SmartAnswer.Of(readiness),
            Milestones = [.. c.Milestones.Select(m => m with { IsOverdue = m.OverdueAt <= now, DaysOverdue = Days(m.OverdueAt, m.DueDate) })],
        };

        int Days(DateTimeOffset? overdueAt, DateOnly due) => overdueAt <= now ? today.DayNumber - due.DayNumber : 0;
    }

    private static CommitmentDetails Read(DbDataReader r, Guid id) => new()
    {
        Id = id,
        PartnershipId = r.GetGuid(0),
        PartnershipName = r.GetString(1),
        OrganizationId = r.GetGuid(2),
        OrganizationName = r.GetString(3),
        Sector = r.Enum<Sector>(4),
        TimeZone = r.GetString(5),
        Status = r.Enum<CommitmentStatus>(6),
        Title = r.GetString(7),
        Description = r.Text(8),
        Pillar = r.IsDBNull(9) ? null : r.Enum<Pillar>(9),
        Themes = [.. r.GetString(10).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Theme>)],
        StartDate = r.Nullable<DateOnly>(11),
        DueDate = r.GetFieldValue<DateOnly>(12),
        OriginalDueDate = r.GetFieldValue<DateOnly>(13),
        TimesMoved = r.Int(14),
        DaysSlipped = r.Int(15),
        OverdueAt = Instant(r, 16),
        AssessedLevel = r.IsDBNull(17) ? null : r.Enum<CompletionLevel>(17),
        AssessedOn = r.Nullable<DateOnly>(18),
        ReportDueOn = r.Nullable<DateOnly>(19),
        ReviewDueOn = r.Nullable<DateOnly>(20),
        SuccessorId = r.Nullable<Guid>(21),
        ReportedCompleteOn = r.Nullable<DateOnly>(22),
        ReportingFrequency = r.Enum<ReportingFrequency>(23),
        SourceId = r.Text(24),
        ClosedOn = r.Nullable<DateOnly>(25),
        ClosingNarrative = r.Text(26),
        ReturnReason = r.Text(27),
        Version = r.Int(28),
        Facts = new CommitmentFacts(Instant(r, 29), Instant(r, 30), Instant(r, 31), r.Nullable<decimal>(32), r.GetBoolean(33)),
        Measure = Enumerable.Range(34, 6).All(r.IsDBNull) ? null
            : new Measure(r.Text(34), r.Text(35), r.Nullable<decimal>(36), r.Nullable<DateOnly>(37), r.Nullable<decimal>(38), r.Text(39)),
        Funding = r.IsDBNull(40) ? null : new Funding(r.GetDecimal(40), r.GetString(41), r.Nullable<decimal>(42)),
        TargetGroup = r.Text(43),
        Place = r.Text(44),
        Resources = r.Text(45),
        FundingStatus = r.Text(46),
        Risks = r.Text(47),
        StatedNeed = r.Text(48),
        UpdatedAt = Instant(r, 49)!.Value,
    };

    private static async Task<List<T>> NextAsync<T>(DbDataReader reader, Func<DbDataReader, T> read)
    {
        await reader.NextResultAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    private static DateTimeOffset? Instant(DbDataReader reader, int column) => reader.Nullable<long>(column) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
