using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Commitments;

public sealed class VersionsOnSqlite(OnSqlite fixture) : VersionTests(fixture), IClassFixture<OnSqlite>;

public sealed class VersionsOnPostgreSql(OnPostgreSql fixture) : VersionTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class VersionTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _organization;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        _host.Clock.Now = Start;
        _organization = await _host.Organization("Green Delta", timeZone: "UTC");
        _partnership = await _host.ActivePartnership(_organization, await _host.Organization("Ministry"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task The_version_of_any_instant_matches_what_was_answered_then()
    {
        var id = await _host.Draft(_partnership, _organization, "2026-12-01");
        var answers = new List<Answered>();
        await Remember();
        await Then(
            "2026-11-22T09:00:00Z",
            new ReviseCommitment(
                id,
                new CommitmentDraft
                {
                    Title = "Screen 6,000 people",
                    SdgTargets = ["3.4"],
                    DueDate = Day("2026-12-05"),
                    Description = "In three districts.",
                }
            )
        );
        await Then("2026-11-23T09:00:00Z", new SubmitCommitment(id));
        await Then("2026-11-24T09:00:00Z", new AcceptCommitment(id, "As agreed."));
        await At("2026-12-05T23:59:59Z");
        await At("2026-12-06T00:00:00Z");
        await At("2026-12-07T00:00:00Z");
        await Then("2026-12-08T09:00:00Z", new ReportProgress(id, Day("2026-12-07"), "Nearly.", 10));
        await Then(
            "2026-12-09T09:00:00Z",
            new RequestChange(id, new ChangeTerms(Day("2027-01-31"), ChangeReason.Funding, "The money came late."))
        );
        await Then(
            "2026-12-10T09:00:00Z",
            new ApproveChangeRequest(id, new ChangeRequestId((await _host.Send(new ListChangeRequests(id))).Items[0].Id))
        );
        await At("2027-02-01T00:00:00Z");
        await Then("2027-02-02T09:00:00Z", new ReportProgress(id, Day("2027-02-01"), "Done.", ReportsCompletion: true));
        await Then("2027-02-03T09:00:00Z", new AssessCommitment(id, CompletionLevel.Complete, "Seen.", Day("2027-02-02")));
        await Then("2027-02-04T09:00:00Z", new CloseCommitment(id, ClosingOutcome.Completed, "Done."));
        await Then("2027-02-05T09:00:00Z", new ReopenCommitment(id, "It was not."));
        await Then("2027-02-06T09:00:00Z", new WithdrawCommitment(id, "No money."));
        await Then(
            "2027-02-07T09:00:00Z",
            new ApproveChangeRequest(id, new ChangeRequestId((await _host.Send(new ListChangeRequests(id))).Items[0].Id))
        );
        answers.Select(s => s.IsOverdue).Distinct().Count().ShouldBe(2, "it is overdue on some days and not on others");

        foreach (var then in answers)
        {
            var version = await _host.Db(db => db.CommitmentVersions.AsOf(then.At).SingleAsync(v => v.CommitmentId == id));
            new Answered(
                then.At,
                version.Status,
                version.DueDate,
                version.OverdueAt <= then.At,
                version.TimesMoved,
                version.SmartScore,
                version.ReportedCompleteOn,
                version.AssessedLevel
            ).ShouldBe(then);
        }

        (await _host.Db(db => db.CommitmentVersions.AsOf(Start.AddTicks(-1)).AnyAsync(v => v.CommitmentId == id))).ShouldBeFalse(
            "it did not exist yet"
        );

        async Task Then<T>(string instant, MediatR.IRequest<T> next)
        {
            await At(instant);
            _host.Clock.Now += TimeSpan.FromMinutes(1);
            await _host.Send(next);
            await Remember();
        }

        Task At(string instant)
        {
            _host.Clock.Set(instant);
            return Remember();
        }

        async Task Remember()
        {
            var now = await _host.Send(new GetCommitment(id));
            answers.Add(
                new Answered(
                    _host.Clock.Now,
                    now.Status,
                    now.DueDate,
                    now.IsOverdue,
                    now.TimesMoved,
                    now.Smart.Score,
                    now.ReportedCompleteOn,
                    now.AssessedLevel
                )
            );
        }
    }

    [DatabaseFact]
    public async Task Each_change_makes_a_version_and_the_last_one_is_current()
    {
        var id = await _host.Draft(_partnership, _organization, "2027-06-30");
        _host.Clock.Now += TimeSpan.FromHours(1);
        await _host.Send(new SubmitCommitment(id));
        _host.Clock.Now += TimeSpan.FromHours(1);
        await _host.Send(new AcceptCommitment(id, "As agreed."));

        var versions = await _host.Send(new ListVersions(id));
        versions.Items.Select(v => v.Status).ShouldBe([CommitmentStatus.Active, CommitmentStatus.Submitted, CommitmentStatus.Draft]);
        versions.Items.Select(v => v.Version).ShouldBe([3, 2, 1]);
        versions.Items.Select(v => v.ValidFrom).ShouldBe([Start.AddHours(2), Start.AddHours(1), Start]);
        versions.Items.Select(v => v.ValidTo).ShouldBe([null, Start.AddHours(2), Start.AddHours(1)]);
        versions.Total.ShouldBe(3);
        (await _host.Send(new ListVersions(id, 2, (await _host.Send(new ListVersions(id, 2))).Next))).Items.Single().Version.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_version_keeps_title_targets_countries_and_themes_as_they_were()
    {
        var id = await _host.Draft(_partnership, _organization, "2027-06-30");
        var first = await _host.Send(new GetCommitment(id));
        _host.Clock.Now += TimeSpan.FromHours(1);
        await _host.Send(
            new ReviseCommitment(
                id,
                new CommitmentDraft
                {
                    Title = "Screen in two countries",
                    SdgTargets = ["17.16", "3.4"],
                    CountryCodes = ["NP", "IN"],
                    DueDate = Day("2027-06-30"),
                    Pillar = PillarCodes.Advocacy,
                    Themes = [ThemeCodes.NonCommunicableDiseases],
                }
            )
        );
        _host.Clock.Now += TimeSpan.FromHours(1);
        await _host.Send(new SubmitCommitment(id));

        var versions = (await _host.Send(new ListVersions(id))).Items;
        versions.Select(v => v.Title).ShouldBe(["Screen in two countries", "Screen in two countries", first.Title]);
        versions[2].CountryCodes.ShouldBe(["BD"], "that of the organization");
        versions[2].SdgTargets.ShouldBe(first.SdgTargets);
        foreach (var version in versions.Take(2))
            version.ShouldSatisfyAllConditions(
                v => v.SdgTargets.ShouldBe(["17.16", "3.4"]),
                v => v.CountryCodes.ShouldBe(["NP", "IN"]),
                v => v.Themes.ShouldBe([ThemeCodes.NonCommunicableDiseases]),
                v => v.Pillar.ShouldBe(PillarCodes.Advocacy)
            );
    }

    [DatabaseFact]
    public async Task A_commitment_that_names_no_country_follows_its_organization_in_a_new_version()
    {
        var id = await _host.Draft(_partnership, _organization, "2027-06-30");
        _host.Clock.Now += TimeSpan.FromHours(1);
        await _host.Send(new ChangeOrganization(_organization, "Green Delta", "22", "NP", "UTC", null, null, null, false));
        (await _host.Send(new ListVersions(id))).Items.Select(v => v.CountryCodes.Single()).ShouldBe(["NP", "BD"]);
    }

    [DatabaseFact]
    public async Task Recalculated_deadlines_make_a_version_even_without_a_change_of_the_commitment()
    {
        var id = await _host.Draft(_partnership, _organization, "2027-06-30");
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id, "As agreed."));
        _host.Clock.Now += TimeSpan.FromHours(1);
        await _host.Send(new ChangeOrganization(_organization, "Green Delta", "22", "BD", "Asia/Dhaka", null, null, null, false));

        var versions = (await _host.Send(new ListVersions(id))).Items;
        versions[0].OverdueAt.ShouldBe(Instant("2027-06-30T18:00:00Z"));
        versions[0].ValidFrom.ShouldBe(_host.Clock.Now);
        versions[1].OverdueAt.ShouldBe(Instant("2027-07-01T00:00:00Z"));
        versions[0].Version.ShouldBe(versions[1].Version);
    }

    [DatabaseFact]
    public async Task A_save_that_fails_leaves_the_current_version_unchanged()
    {
        var id = await _host.Draft(_partnership, _organization, "2027-06-30");
        await _host.Db(async mine =>
        {
            var commitment = await mine.Commitments.SingleAsync(c => c.Id == id);
            await _host.Send(new WithdrawCommitment(id, "Somebody was first."));
            commitment.Withdraw(
                "Too late.",
                isPending: false,
                new DecisionContext(Start, Actor.System, TimeZoneInfo.Utc, true, new AccountabilityRules())
            );
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());
            return 0;
        });

        var current = await _host.Db(db => db.CommitmentVersions.SingleAsync(v => v.CommitmentId == id && v.ValidTo == null));
        current.Status.ShouldBe(CommitmentStatus.Withdrawn);
        (await _host.Send(new ListVersions(id))).Total.ShouldBe(2);
    }

    private sealed record Answered(
        DateTimeOffset At,
        CommitmentStatus Status,
        DateOnly? DueDate,
        bool IsOverdue,
        int TimesMoved,
        decimal SmartScore,
        DateOnly? ReportedCompleteOn,
        CompletionLevel? AssessedLevel
    );
}
