using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

using static TestClock;

/// <summary>A commitment with everything that its page can show.</summary>
internal static class WholeCommitment
{
    public static async Task<CommitmentId> MakeAsync(TrackerHost host)
    {
        var (own, other) = (await host.Organization("Deep Water Trust"), await host.Organization("Shore University"));
        var partnership = await host.ActivePartnership("Coast", own, other);
        var id = await host.Send(new DraftCommitment(partnership, own, new CommitmentDraft
        {
            Title = "Equip 120 health posts with solar power",
            SdgTargets = ["7.1", "3.8"],
            StartDate = Day("2026-01-15"),
            DueDate = Day("2027-06-30"),
            Pillar = Pillar.CapacityStrengthening,
            Measure = new MeasureDraft("Posts with power", "posts", 10, Day("2025-12-31"), 120, "Registers"),
            ReportingFrequency = ReportingFrequency.Quarterly,
            Milestones = [new("Design", Day("2026-03-01")), new("Build", Day("2026-08-01"), 3), new("Open", Day("2026-11-01"), 2), new("Hand over", Day("2027-04-01"))],
            Funding = new FundingDraft(1_200_000, "CHF"),
        }));
        await host.Send(new SubmitCommitment(id));
        await host.Send(new AcceptCommitment(id));
        await host.Send(new AddSupporter(id, other, 20));
        await host.Send(new RecordPayment(id, 250_000, "CHF", Day("2026-06-30"), "https://example.org/receipt"));
        await host.Send(new CompleteMilestone(id, new MilestoneId((await host.Send(new GetCommitment(id))).Milestones[0].Id), Day("2026-03-10")));

        var accepted = await host.Send(new ReportProgress(id, Day("2026-07-01"), "Forty posts have power.", 40, Evidence: [new EvidenceLink("Register", "https://example.org/register")]));
        await host.Send(new AcceptReport(id, accepted, "Seen in the register."));
        var returned = await host.Send(new ReportProgress(id, Day("2026-09-01"), "Many posts have power.", Barriers: "Customs."));
        await host.Send(new ReturnReport(id, returned, "How many?"));
        using (var file = new MemoryStream("A list of posts."u8.ToArray()))
            await host.Send(new AddEvidence(id, await host.Send(new ReportProgress(id, Day("2026-10-01"), "Fifty-two posts have power.", 52)), "posts.txt", file));

        var moved = await host.Send(new RequestChange(id, new ChangeTerms(Day("2027-09-30"), ChangeReason.Funding, "The second tranche comes later.")));
        await host.Send(new ApproveChange(id, moved, "Agreed."));
        await host.Send(new RequestChange(id, new ChangeTerms(null, ChangeReason.Data, "The count was wrong.", Target: 110)));
        await host.Send(new AssessCommitment(id, CompletionLevel.Limited, "Half of the posts that were visited had power.", Day("2026-11-01")));
        return id;
    }
}
