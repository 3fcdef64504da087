using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

public sealed class CommitmentTests
{
    [Fact]
    public void A_draft_stores_its_content_trimmed_and_without_duplicates()
    {
        var draft = Draft(
            Partner(),
            Terms() with
            {
                Title = " Screen 5,000 people ",
                Description = " ",
                SdgTargets = ["3.4", "17.16", "3.4"],
                CountryCodes = ["BGD", "ch"],
            }
        );

        draft.Status.ShouldBe(CommitmentStatus.Draft);
        draft.Title.ShouldBe("Screen 5,000 people");
        draft.Description.ShouldBeNull();
        draft.Targets.Select(t => (t.Code, t.Goal)).ShouldBe([("3.4", 3), ("17.16", 17)]);
        draft.Countries.Select(c => (c.Code, c.IsStated)).ShouldBe([("BD", true), ("CH", true)]);
        draft.OriginalDueDate.ShouldBe(draft.DueDate);
        draft.Last<CommitmentDrafted>().DueDate.ShouldBe(Day("2026-12-31"));
    }

    [Fact]
    public void Without_a_country_that_of_the_organization_is_used() =>
        Draft(Partner())
            .Countries.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(c => c.Code.ShouldBe("BD"), c => c.IsStated.ShouldBeFalse());

    [Fact]
    public void A_draft_may_lack_its_due_date_and_SDG_target_until_it_is_submitted()
    {
        var draft = Draft(Partner(), Terms() with { DueDate = null });
        (draft.DueDate, draft.OriginalDueDate, draft.OverdueAt).ShouldBe((null, null, null));
        ((Action)(() => draft.Submit(partnershipIsActive: true, At()))).MustRefuse("commitment.noDueDate").Field.ShouldBe("dueDate");
        draft.Readiness(hasContact: true).Ingredients.Single(i => i.Ingredient == SmartIngredient.DueDate).Score.ShouldBe(0);

        var aimless = Draft(Partner(), Terms() with { SdgTargets = [] });
        ((Action)(() => aimless.Submit(true, At()))).MustRefuse("commitment.noSdgTarget").Field.ShouldBe("sdgTargets");
        aimless.Revise(Partner(), Terms(), At());
        aimless.Submit(true, At());
        aimless.Status.ShouldBe(CommitmentStatus.Submitted);
    }

    [Fact]
    public void A_commitment_of_an_organization_of_unknown_country_has_no_country_and_is_due_in_UTC()
    {
        var organization = Organization.Register(new OrganizationProfile("Green Delta", "22", CountryCode: null, TimeZone: null));
        organization.TimeZone.ShouldBe("UTC");
        var draft = Draft(organization);
        draft.Countries.ShouldBeEmpty();
        draft.DueAt.ShouldBe(Instant("2027-01-01T00:00:00Z"));
    }

    [Fact]
    public void A_commitment_cannot_start_after_it_is_due() =>
        Refusing(Terms() with { StartDate = Day("2027-01-01") }, "commitment.startsAfterDueDate");

    [Fact]
    public void A_milestone_cannot_be_due_after_its_commitment() =>
        Refusing(Terms("2026-12-31", "2026-12-31", "2027-01-01"), "commitment.milestoneAfterDueDate")
            .Field.ShouldBe("milestones[1].dueDate");

    [Fact]
    public void Unknown_codes_are_refused_by_name()
    {
        Refusing(Terms() with { SdgTargets = ["3.4", "3.99"] }, "reference.unknownSdgTarget")
            .ShouldSatisfyAllConditions(e => e.Field.ShouldBe("sdgTargets[1]"), e => e.Args.ShouldBe(["3.99"]));
        Refusing(Terms() with { CountryCodes = ["XX"] }, "reference.unknownCountry").Field.ShouldBe("countryCodes[0]");
        Refusing(Terms() with { Funding = new Funding(1, "DOGE") }, "reference.unknownCurrency").Field.ShouldBe("funding.currency");
    }

    [Fact]
    public void A_past_due_date_is_allowed_for_commitments_made_earlier() =>
        Draft(Partner(), Terms("2020-01-01")).DueDate.ShouldBe(Day("2020-01-01"));

    [Fact]
    public void Only_a_draft_can_be_revised()
    {
        var organization = Partner();
        var draft = Draft(organization);
        draft.Revise(organization, Terms("2027-06-30"), organization.At());
        draft.OriginalDueDate.ShouldBe(Day("2027-06-30"));
        draft.Last<CommitmentRevised>().Changes.ShouldHaveSingleItem().Field.ShouldBe("dueDate");

        draft.Submit(true, At());
        var revise = () => draft.Revise(organization, Terms(), organization.At());
        revise.MustRefuse("commitment.notADraft");
    }

    [Fact]
    public void Submitting_needs_an_active_partnership_and_an_organization_with_a_contact()
    {
        var draft = Draft(Partner());
        ((Action)(() => draft.Submit(partnershipIsActive: false, At()))).MustRefuse("commitment.partnershipNotActive");
        ((Action)(() => draft.Submit(partnershipIsActive: true, At(hasContact: false)))).MustRefuse("commitment.noContact");
        draft.Status.ShouldBe(CommitmentStatus.Draft);

        draft.Submit(partnershipIsActive: true, At());
        draft.Status.ShouldBe(CommitmentStatus.Submitted);
        draft.Last<CommitmentSubmitted>();
    }

    [Fact]
    public void A_returned_commitment_is_a_draft_again_and_the_reason_is_kept()
    {
        var commitment = Submitted();
        commitment.Return(" No measure. ", At());

        commitment.Status.ShouldBe(CommitmentStatus.Draft);
        commitment.ReturnReason.ShouldBe("No measure.");
        commitment.Submit(true, At());
        commitment.ReturnReason.ShouldBe("No measure.");
    }

    [Fact]
    public void Only_a_submitted_commitment_is_accepted_or_returned()
    {
        var draft = Draft(Partner());
        ((Action)(() => draft.Accept(null, At()))).MustRefuse("commitment.notSubmitted");
        ((Action)(() => Active().Return("Why not?", At()))).MustRefuse("commitment.notSubmitted");
    }

    [Fact]
    public void A_commitment_can_be_overdue_only_after_its_acceptance()
    {
        var commitment = Submitted(Terms("2020-01-01", "2019-06-30"));
        commitment.IsOverdue(Now).ShouldBeFalse();
        commitment.Milestones[0].IsOverdue(Now).ShouldBeFalse();

        commitment.Accept(null, At());
        commitment.IsOverdue(Now).ShouldBeTrue();
        commitment.Milestones[0].IsOverdue(Now).ShouldBeTrue();
        commitment.SweepAt.ShouldBe(commitment.OffTrackAt, "the earliest of its deadlines");
    }

    [Fact]
    public void A_commitment_is_overdue_from_the_end_of_its_due_day_in_the_organizations_time_zone()
    {
        var commitment = Active(Terms("2026-12-31"), Partner("Asia/Dhaka"));
        commitment.IsOverdue(Instant("2026-12-31T17:59:59Z")).ShouldBeFalse();
        commitment.IsOverdue(Instant("2026-12-31T18:00:00Z")).ShouldBeTrue();
    }

    [Fact]
    public void An_imported_commitment_is_active_at_once_and_can_be_overdue()
    {
        var imported = Commitment.Import(PartnershipId.New(), Partner(), Terms("2025-12-31"), At(), "row-1");
        imported.Status.ShouldBe(CommitmentStatus.Active);
        imported.IsOverdue(Now).ShouldBeTrue();
        imported.SourceId.ShouldBe("row-1");
        imported.Last<CommitmentImported>().SourceId.ShouldBe("row-1");
    }

    [Fact]
    public void Progress_is_reported_on_an_active_commitment_only()
    {
        ((Action)(() => Draft(Partner()).Report())).MustRefuse("commitment.notActive");
        ((Action)(() => Submitted().Report())).MustRefuse("commitment.notActive");
    }

    [Fact]
    public void A_closed_commitment_accepts_no_more_progress()
    {
        var commitment = Active();
        commitment.Close();
        ((Action)(() => commitment.Report())).MustRefuse("commitment.notActive");
    }

    [Fact]
    public void Only_an_accountable_or_supporting_organization_reports_progress()
    {
        var commitment = Active();
        var report = () =>
        {
            commitment.ReportProgress(OrganizationId.New(), Progress(), At());
        };
        report.MustRefuse("commitment.notYours", RefusalKind.Forbidden);
    }

    [Fact]
    public void Nothing_is_reported_for_a_day_in_the_future()
    {
        var commitment = Active(Terms("2026-12-31", "2026-12-01"));
        ((Action)(() => commitment.Report(Progress("2026-11-22")))).MustRefuse("commitment.inTheFuture").Field.ShouldBe("asOf");
        ((Action)(() => commitment.CompleteMilestone(commitment.Milestones[0].Id, Day("2026-11-22"), At())))
            .MustRefuse("commitment.inTheFuture")
            .Field.ShouldBe("completedOn");
        ((Action)(() => commitment.Close(closedOn: "2026-11-22"))).MustRefuse("commitment.inTheFuture").Field.ShouldBe("closedOn");
    }

    [Fact]
    public void A_progress_report_keeps_its_content_and_when_it_was_recorded()
    {
        var statement = new ProgressStatement(
            Day("2026-10-31"),
            null,
            " Trained 12 nurses. ",
            " ",
            false,
            [new EvidenceLink(" Photos ", " https://example.org/photos ")]
        );
        var report = Active().Report(statement);

        report.Value.ShouldBeNull("unknown is not zero");
        report.Narrative.ShouldBe("Trained 12 nurses.");
        report.Barriers.ShouldBeNull();
        report.AsOf.ShouldBe(Day("2026-10-31"));
        report.SubmittedAt.ShouldBe(Now);
        report.Status.ShouldBe(ProgressReportStatus.Submitted);
        report.Evidence.ShouldHaveSingleItem().Url.ShouldBe("https://example.org/photos");
    }

    [Fact]
    public void A_commitment_reported_complete_is_not_overdue_and_neither_are_its_milestones()
    {
        var commitment = Active(Terms("2026-11-01", "2026-10-01"));
        commitment.IsOverdue(Now).ShouldBeTrue();

        commitment.Report(Progress("2026-11-20", reportsCompletion: true));

        commitment.ReportedCompleteOn.ShouldBe(Day("2026-11-20"));
        commitment.Status.ShouldBe(CommitmentStatus.Active, "reported complete is not completed");
        commitment.IsOverdue(Now.AddYears(5)).ShouldBeFalse();
        commitment.Milestones[0].IsOverdue(Now.AddYears(5)).ShouldBeFalse();
        commitment.SweepAt.ShouldBe(Now, "the sweep must check it at once");
        commitment.Milestones[0].CompletedOn.ShouldBeNull("a report about the commitment completes no milestone");
    }

    [Fact]
    public void A_second_report_of_completion_does_not_change_the_day_of_the_first()
    {
        var commitment = Active();
        commitment.Report(Progress("2026-11-10", reportsCompletion: true));
        commitment.Report(Progress("2026-11-20", reportsCompletion: true));
        commitment.ReportedCompleteOn.ShouldBe(Day("2026-11-10"));
    }

    [Fact]
    public void A_progress_report_without_completion_leaves_a_commitment_overdue()
    {
        var commitment = Active(Terms("2026-11-01"));
        commitment.Report();
        commitment.IsOverdue(Now).ShouldBeTrue();
    }

    [Fact]
    public void A_completed_milestone_is_no_longer_overdue_and_keeps_its_day_and_when_it_was_recorded()
    {
        var commitment = Active(Terms("2026-12-31", "2026-10-01", "2026-10-02"));
        commitment.CompleteMilestone(commitment.Milestones[0].Id, Day("2026-11-20"), At());

        commitment.Milestones[0].IsOverdue(Now).ShouldBeFalse();
        commitment.Milestones[0].CompletedOn.ShouldBe(Day("2026-11-20"));
        commitment.Milestones[0].CompletedAt.ShouldBe(Now);
        commitment.Milestones[1].IsOverdue(Now).ShouldBeTrue();
    }

    [Fact]
    public void A_milestone_is_completed_once_and_only_while_the_commitment_is_active()
    {
        var commitment = Active(Terms("2026-12-31", "2026-12-01"));
        var complete = () => commitment.CompleteMilestone(commitment.Milestones[0].Id, Today, At());
        complete();
        complete.MustRefuse("commitment.milestoneCompleted");
        ((Action)(() => commitment.CompleteMilestone(MilestoneId.New(), Today, At()))).MustRefuse(
            "milestone.notFound",
            RefusalKind.NotFound
        );

        var draft = Draft(Partner(), Terms("2026-12-31", "2026-12-01"));
        ((Action)(() => draft.CompleteMilestone(draft.Milestones[0].Id, Today, At()))).MustRefuse("commitment.notActive");
    }

    [Theory]
    [InlineData(ClosingOutcome.Completed, CommitmentStatus.Completed)]
    [InlineData(ClosingOutcome.PartlyCompleted, CommitmentStatus.PartlyCompleted)]
    [InlineData(ClosingOutcome.NotCompleted, CommitmentStatus.NotCompleted)]
    public void A_closed_commitment_has_an_outcome_and_is_no_longer_overdue(ClosingOutcome outcome, CommitmentStatus status)
    {
        var commitment = Active(Terms("2026-11-01", "2026-10-01"));
        commitment.Close(outcome, "2026-11-15");

        commitment.Status.ShouldBe(status);
        commitment.IsOpen.ShouldBeFalse();
        commitment.ClosedOn.ShouldBe(Day("2026-11-15"));
        commitment.ClosedAt.ShouldBe(Now);
        commitment.IsOverdue(Now).ShouldBeFalse();
        commitment.Milestones[0].IsOverdue(Now).ShouldBeFalse();
        commitment.SweepAt.ShouldBe(Now);
        commitment.Last<CommitmentClosed>().Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void Only_an_active_commitment_is_closed()
    {
        ((Action)(() => Submitted().Close())).MustRefuse("commitment.notActive");
        var closed = Active();
        closed.Close();
        ((Action)(() => closed.Close())).MustRefuse("commitment.notActive");
    }

    [Fact]
    public void An_open_commitment_is_withdrawn_with_a_reason_and_an_ended_one_is_not()
    {
        var commitment = Active();
        commitment.Withdraw(" Funding fell through. ", isPending: false, At()).ShouldBeNull();

        commitment.Status.ShouldBe(CommitmentStatus.Withdrawn);
        commitment.ClosingNarrative.ShouldBe("Funding fell through.");
        commitment.ClosedOn.ShouldBe(Today);
        commitment.IsOverdue(Now).ShouldBeFalse();
        ((Action)(() => commitment.Withdraw("Again.", isPending: false, At()))).MustRefuse("commitment.closed");
    }

    [Fact]
    public void A_withdrawn_draft_needs_no_sweep()
    {
        var draft = Draft(Partner());
        draft.Withdraw("A mistake.", isPending: false, At());
        draft.SweepAt.ShouldBeNull();
    }

    [Fact]
    public void Every_change_increases_the_version_and_raises_an_event()
    {
        var commitment = Active(Terms("2026-12-31", "2026-12-01"));
        commitment.CompleteMilestone(commitment.Milestones[0].Id, Today, At());
        commitment.Report();
        commitment.Close();

        commitment.Version.ShouldBe(7);
        commitment
            .Events.Select(e => e.GetType().Name)
            .ShouldBe([
                nameof(CommitmentDrafted),
                nameof(CommitmentSubmitted),
                nameof(CommitmentAccepted),
                nameof(MilestoneCompleted),
                nameof(ProgressReported),
                nameof(CommitmentAssessed),
                nameof(CommitmentClosed),
            ]);
    }

    private static DomainException Refusing(CommitmentTerms terms, string code)
    {
        Action draft = () => Draft(Partner(), terms);
        return draft.MustRefuse(code);
    }
}
