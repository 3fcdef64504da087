using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

using static TestClock;

/// <summary>A commitment with everything that its page can show.</summary>
internal static class WholeCommitment
{
    /// <param name="word">A word that is put before every text, e.g. one that is too long for a line.</param>
    public static async Task<CommitmentId> MakeAsync(TrackerHost host, string word = "")
    {
        string With(string text) => $"{word} {text}".TrimStart();
        var (own, other) = (await host.Organization(With("Deep Water Trust")), await host.Organization(With("Shore University")));
        var partnership = await host.ActivePartnership(With("Coast"), own, other);
        var id = await host.Send(
            new DraftCommitment(
                partnership,
                own,
                new CommitmentDraft
                {
                    Title = With("Equip 120 health posts with solar power"),
                    SdgTargets = ["7.1", "3.8"],
                    StartDate = Day("2026-01-15"),
                    DueDate = Day("2027-06-30"),
                    Pillar = PillarCodes.CapacityStrengthening,
                    Measure = new MeasureDraft(With("Posts with power"), With("posts"), 10, Day("2025-12-31"), 120, With("Registers")),
                    ReportingFrequency = ReportingFrequency.Quarterly,
                    Milestones =
                    [
                        new(With("Design"), Day("2026-03-01")),
                        new(With("Build"), Day("2026-08-01"), 3),
                        new(With("Open"), Day("2026-11-01"), 2),
                        new(With("Hand over"), Day("2027-04-01")),
                    ],
                    Funding = new FundingDraft(1_200_000, "CHF"),
                }
            )
        );
        await host.Send(new SubmitCommitment(id));
        await host.Send(new AcceptCommitment(id));
        await host.Send(new AddSupporter(id, other, 20));
        await host.Send(new RecordPayment(id, 250_000, "CHF", Day("2026-06-30"), "https://example.org/receipt"));
        await host.Send(
            new CompleteMilestone(id, new MilestoneId((await host.Send(new GetCommitment(id))).Milestones[0].Id), Day("2026-03-10"))
        );

        var accepted = await host.Send(
            new ReportProgress(
                id,
                Day("2026-07-01"),
                With("Forty posts have power."),
                40,
                Evidence: [new EvidenceLink(With("Register"), "https://example.org/register")]
            )
        );
        await host.Send(new AcceptProgressReport(id, accepted, With("Seen in the register.")));
        var returned = await host.Send(
            new ReportProgress(id, Day("2026-09-01"), With("Many posts have power."), Barriers: With("Customs."))
        );
        await host.Send(new ReturnProgressReport(id, returned, With("How many?")));
        using (var file = new MemoryStream("A list of posts."u8.ToArray()))
            await host.Send(
                new AddEvidence(
                    id,
                    await host.Send(new ReportProgress(id, Day("2026-10-01"), With("Fifty-two posts have power."), 52)),
                    "posts.txt",
                    file
                )
            );

        var moved = await host.Send(
            new RequestChange(id, new ChangeTerms(Day("2027-09-30"), ChangeReason.Funding, With("The second tranche comes later.")))
        );
        await host.Send(new ApproveChangeRequest(id, moved, With("Agreed.")));
        await host.Send(new RequestChange(id, new ChangeTerms(null, ChangeReason.Data, With("The count was wrong."), Target: 110)));
        await host.Send(
            new AssessCommitment(id, CompletionLevel.Limited, With("Half of the posts that were visited had power."), Day("2026-11-01"))
        );
        return id;
    }

    /// <returns>A milestone of it that is completed, and one that is not.</returns>
    public static async Task<(Guid Completed, Guid Open)> MilestonesAsync(TrackerHost host, CommitmentId id)
    {
        var milestones = (await host.Send(new GetCommitment(id))).Milestones;
        return (milestones.First(m => m.CompletedOn is not null).Id, milestones.First(m => m.CompletedOn is null).Id);
    }
}
