using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Commitments;

public sealed class ProgressCurveOnSqlite(OnSqlite fixture) : ProgressCurveTests(fixture), IClassFixture<OnSqlite>;

public sealed class ProgressCurveOnPostgreSql(OnPostgreSql fixture) : ProgressCurveTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class ProgressCurveTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _organization;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        _organization = await _host.Organization("Green Delta");
        _partnership = await _host.ActivePartnership(_organization, await _host.Organization("Ministry"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task Milestones_are_expected_on_their_day_and_done_on_the_day_they_were_completed()
    {
        var id = await Active([new("Design", Day("2026-03-01")), new("Build", Day("2026-08-01"), 3), new("Open", Day("2026-08-01"))]);
        var milestones = (await _host.Send(new GetCommitment(id))).Milestones;
        await _host.Send(new CompleteMilestone(id, new MilestoneId(milestones[0].Id), Day("2026-04-01")));

        var curve = (await _host.Send(new GetCommitmentRecord(await _host.Send(new GetCommitment(id))))).Curve;
        curve.FromMilestones.ShouldBeTrue();
        curve.Expected.ShouldBe([new(Day("2026-03-01"), 20), new(Day("2026-08-01"), 100)]);
        curve.Done.ShouldBe([new(Day("2026-04-01"), 20)]);
    }

    [DatabaseFact]
    public async Task Without_milestones_only_accepted_values_count_as_done()
    {
        var id = await Active([]);
        foreach (
            var (day, value, isAccepted) in new[]
            {
                ("2026-02-01", 20m, true),
                ("2026-03-01", 90m, false),
                ("2026-04-01", 60m, true),
                ("2026-04-01", 65m, true),
            }
        )
        {
            var report = await _host.Send(new ReportProgress(id, Day(day), "Some.", value));
            if (isAccepted)
                await _host.Send(new AcceptProgressReport(id, report));
        }

        var curve = (await _host.Send(new GetCommitmentRecord(await _host.Send(new GetCommitment(id))))).Curve;
        curve.FromMilestones.ShouldBeFalse();
        curve.Expected.ShouldBe([new(Day("2026-01-01"), 0), new(Day("2026-12-31"), 100)]);
        curve.Done.ShouldBe([new(Day("2026-02-01"), 10), new(Day("2026-04-01"), 55)]);
    }

    private async Task<CommitmentId> Active(IReadOnlyList<MilestoneDraft> milestones)
    {
        var id = await _host.Send(
            new DraftCommitment(
                _partnership,
                _organization,
                new CommitmentDraft
                {
                    Title = "Equip posts",
                    SdgTargets = ["7.1"],
                    StartDate = Day("2026-01-01"),
                    DueDate = Day("2026-12-31"),
                    Measure = new MeasureDraft("Posts", "posts", 10, null, 110),
                    Milestones = milestones,
                }
            )
        );
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id));
        return id;
    }
}
