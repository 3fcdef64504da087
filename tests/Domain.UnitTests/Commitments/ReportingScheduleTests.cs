using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

using static Given;

/// <summary>Which progress reports are owed. The commitments are accepted in November 2026.</summary>
public sealed class ReportingScheduleTests
{
    [Fact]
    public void Annual_reporting_begins_after_the_month_in_which_it_is_agreed()
    {
        var commitment = Reporting(ReportingFrequency.Monthly);
        foreach (var month in new[] { "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28" })
            Report(commitment, month, "2027-03-10T06:00:00Z");
        Change(commitment, ReportingFrequency.Annual, "2027-03-10T06:00:00Z");
        Owed(commitment).ShouldBe([("2027-03-01", "2027-03-31"), ("2027-04-01", "2027-12-31")]);

        Report(commitment, "2027-03-31", "2027-04-05T06:00:00Z");
        Owed(commitment).ShouldBe([("2027-04-01", "2027-12-31"), ("2028-01-01", "2028-12-31")]);
        commitment.ReportDueOn.ShouldBe(Day("2028-01-15"));
    }

    [Fact]
    public void Monthly_reporting_does_not_wait_for_the_end_of_the_year()
    {
        var commitment = Reporting(ReportingFrequency.Annual);
        Report(commitment, "2026-12-31", "2027-01-05T06:00:00Z");
        Change(commitment, ReportingFrequency.Monthly, "2027-03-10T06:00:00Z");
        Owed(commitment).ShouldBe([("2027-01-01", "2027-03-31"), ("2027-04-01", "2027-04-30")]);
        commitment.ReportDueOn.ShouldBe(Day("2027-04-15"));
    }

    [Fact]
    public void What_is_overdue_stays_owed_when_the_frequency_changes()
    {
        var commitment = Reporting(ReportingFrequency.Monthly);
        Change(commitment, ReportingFrequency.Quarterly, "2027-02-20T06:00:00Z");
        Owed(commitment)
            .ShouldBe([
                ("2026-11-01", "2026-11-30"),
                ("2026-12-01", "2026-12-31"),
                ("2027-01-01", "2027-01-31"),
                ("2027-02-01", "2027-02-28"),
                ("2027-03-01", "2027-03-31"),
            ]);
    }

    [Fact]
    public void Without_reporting_only_what_was_owed_stays_owed()
    {
        var commitment = Reporting(ReportingFrequency.Monthly);
        Change(commitment, ReportingFrequency.None, "2026-11-21T06:00:00Z");
        Owed(commitment).ShouldBe([("2026-11-01", "2026-11-30")]);
        commitment.PeriodsRollAt.ShouldBeNull();

        Change(commitment, ReportingFrequency.Quarterly, "2027-05-10T06:00:00Z");
        Owed(commitment)
            .ShouldBe(
                [("2026-11-01", "2026-11-30"), ("2027-04-01", "2027-06-30"), ("2027-07-01", "2027-09-30")],
                "nothing is owed for the time without reporting"
            );
    }

    [Fact]
    public void A_progress_report_finds_its_period_even_when_the_periods_were_not_rolled_for_months()
    {
        var commitment = Reporting(ReportingFrequency.Monthly);
        foreach (var month in new[] { "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28" })
            Report(commitment, month, "2027-03-05T06:00:00Z");
        Owed(commitment).ShouldBe([("2027-03-01", "2027-03-31"), ("2027-04-01", "2027-04-30")]);
    }

    [Fact]
    public void Closing_and_reopening_brings_back_all_that_was_owed_and_asks_for_nothing_twice()
    {
        var commitment = Reporting(ReportingFrequency.Monthly);
        Report(commitment, "2026-11-30", "2027-01-20T06:00:00Z");
        commitment.Assess(CompletionLevel.Limited, "Seen.", Day("2027-01-20"), At("2027-01-20T06:00:00Z"));
        commitment.Close(ClosingOutcome.PartlyCompleted, "Done.", Day("2027-01-20"), At("2027-01-20T06:00:00Z"));
        Owed(commitment).ShouldBeEmpty();
        commitment.PeriodsRollAt.ShouldBeNull();

        commitment.Reopen("It was another one.", null, At("2027-03-10T06:00:00Z"));
        Owed(commitment)
            .ShouldBe(
                [
                    ("2026-12-01", "2026-12-31"),
                    ("2027-01-01", "2027-01-31"),
                    ("2027-02-01", "2027-02-28"),
                    ("2027-03-01", "2027-03-31"),
                    ("2027-04-01", "2027-04-30"),
                ],
                "as if it had never been closed"
            );
        commitment.ReportDueOn.ShouldBe(Day("2027-01-15"));
    }

    [Fact]
    public void A_progress_report_returned_after_closing_is_owed_again_after_reopening()
    {
        var commitment = Reporting(ReportingFrequency.Monthly);
        var report = Report(commitment, "2026-11-20", "2026-11-21T06:00:00Z");
        commitment.Close(ClosingOutcome.NotCompleted);
        commitment.ReturnProgressReport(report, "How many?", null, null, At());
        Owed(commitment).ShouldBeEmpty();

        commitment.Reopen("It was another one.", null, At());
        Owed(commitment).ShouldBe([("2026-11-01", "2026-11-30"), ("2026-12-01", "2026-12-31")]);
    }

    [Fact]
    public void A_review_that_waited_when_a_commitment_was_closed_is_due_again_when_it_is_reopened()
    {
        var commitment = Active();
        var report = commitment.Report();
        commitment.Close(ClosingOutcome.NotCompleted);
        commitment.ReviewDueAt.ShouldBeNull();
        commitment.Reopen("It was another one.", report.ReviewDueAt, At());
        commitment.ReviewDueAt.ShouldBe(report.ReviewDueAt);
    }

    private static Commitment Reporting(ReportingFrequency frequency) =>
        Active(Terms("2028-12-31") with { ReportingFrequency = frequency });

    private static ProgressReport Report(Commitment commitment, string asOf, string instant) =>
        commitment.ReportProgress(commitment.OrganizationId, Progress(asOf), At(instant));

    private static void Change(Commitment commitment, ReportingFrequency frequency, string instant)
    {
        var terms = new ChangeTerms(null, ChangeReason.Other, "Agreed.", ReportingFrequency: frequency);
        commitment.ApproveChangeRequest(commitment.RequestChange(terms, false, At(instant)), null, null, At(instant));
    }

    private static IEnumerable<(string From, string To)> Owed(Commitment commitment) =>
        commitment
            .Periods.Where(p => p.Status == ReportingPeriodStatus.Open)
            .OrderBy(p => p.From)
            .Select(p => (DateRules.Iso(p.From), DateRules.Iso(p.To)));
}
