using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dialogues;

/// <summary>
/// A conference session in Dhaka: two groups are interviewed, the experts change groups, and a plenary. Amena contributes in group A, Bruno
/// in group B, Chandra is the rapporteur of group A, and Dipa has no place yet.
/// </summary>
internal sealed partial record GivenDialogue(
    TrackerHost Host,
    DialogueId Id,
    SegmentId First,
    SegmentId Second,
    SegmentId Plenary,
    RoomId GroupA,
    RoomId GroupB,
    ParticipantId Amena,
    ParticipantId Bruno,
    ParticipantId Chandra,
    ParticipantId Dipa,
    string Tag
)
{
    public string Url => $"/api/v1/dialogues/{Id.Value}";

    public string Page => $"/dialogues/{Id.Value}";

    public static async Task<GivenDialogue> Make(TrackerHost host, OrganizationId organization, PartnershipId? partnership = null)
    {
        var id = await host.Send(new PlanDialogue(organization, Draft(partnership)));
        var first = await host.Send(new AddSegment(id, new("Experts are interviewed", SegmentMethod.Interview, 30)));
        var second = await host.Send(new AddSegment(id, new("Experts change groups", SegmentMethod.Interview, 30)));
        var plenary = await host.Send(new AddSegment(id, new("What we agree on", SegmentMethod.Plenary, 30)));
        var groupA = await host.Send(new AddRoom(id, first, new("Group A", "Room 1")));
        var groupB = await host.Send(new AddRoom(id, first, new("Group B")));
        var tag = Guid.NewGuid().ToString("n")[..8];
        var people = await host.Send(
            new InviteParticipants(
                id,
                [
                    new("Amena Begum", $"amena.{tag}@example.org", "communities", "Village council"),
                    new("Bruno Frei", $"bruno.{tag}@example.org", "research"),
                    new("Chandra Das", $"chandra.{tag}@example.org", "practice", "Health post"),
                    new("Dipa Roy", $"dipa.{tag}@example.org", "practice"),
                ]
            )
        );
        await host.Send(new AssignPeople(id, groupA, RoomRole.Contributor, [people[0].Value]));
        await host.Send(new AssignPeople(id, groupB, RoomRole.Contributor, [people[1].Value]));
        await host.Send(new AssignPeople(id, groupA, RoomRole.Rapporteur, [people[2].Value]));
        return new GivenDialogue(host, id, first, second, plenary, groupA, groupB, people[0], people[1], people[2], people[3], tag);
    }

    public static DialogueDraft Draft(PartnershipId? partnership = null) =>
        new()
        {
            Title = "Health posts and villages",
            Question = "What makes a partnership between a health post and its village last?",
            StartsOn = TestClock.Day("2026-12-01"),
            StartTime = "14:00",
            TimeZone = "Asia/Dhaka",
            Place = "Community hall",
            Groups = ["research", "practice", "communities"],
            PartnershipId = partnership?.Value,
        };

    public async Task<GivenDialogue> Running()
    {
        await Host.Send(new StartDialogue(Id));
        return this;
    }

    public Task<NoteId> Note(string text = "Villages want to see the register.") => Host.Send(new TakeNote(Id, GroupA, text));

    public Task<QuestionId> Question() => Host.Send(new ParkQuestion(Id, "Who pays for the registers?"));

    /// <summary>A pathway of two steps.</summary>
    public Task<OutcomeId> Outcome(params NoteId[] notes) =>
        Host.Send(
            new RecordOutcome(
                Id,
                new OutcomeDraft
                {
                    Kind = OutcomeKind.Pathway,
                    Title = "Registers are read together",
                    Steps = [new("Agree on a day", Lead: "The posts"), new("Print the registers")],
                    NoteIds = [.. notes.Select(n => n.Value)],
                }
            )
        );

    public async Task Publish()
    {
        await Host.Send(new ConsolidateDialogue(Id));
        await Host.Send(new PublishDialogue(Id));
    }

    /// <returns>The token in the last mail to this participant.</returns>
    public Task<string> Token(string firstName) =>
        Host.Db(async db =>
            Link()
                .Match(
                    await db
                        .Mails.Where(m => m.HoldsKey && m.Recipient == $"{firstName}.{Tag}@example.org")
                        .OrderByDescending(m => m.Seq)
                        .Select(m => m.Text)
                        .FirstAsync()
                )
                .Groups[1]
                .Value
        );

    [GeneratedRegex("/dialogue/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
