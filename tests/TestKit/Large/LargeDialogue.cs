using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.TestKit;

/// <summary>How much a <see cref="LargeDialogue"/> has.</summary>
public sealed record DialogueSize(int Participants, int Notes, int Outcomes, int Questions)
{
    /// <summary>Each list is longer than a page and than an answer, so that both are full.</summary>
    public static readonly DialogueSize Small = new(160, 200, 60, 60);
}

/// <summary>
/// A running dialogue in two times twelve groups and a plenary. Its agenda does not depend on its size, and the lengths of its texts repeat
/// after a few rows, so that the pages of two sizes can be compared.
/// </summary>
public sealed partial class LargeDialogue
{
    private const int Groups = Dialogue.MaxRooms;
    private const int TasksOfGroup = 7;

    /// <summary>One more than the page of a room offers at once; they come for the plenary only.</summary>
    private const int WithoutGroup = 51;

    /// <summary>The place, in the list of participants, of a rapporteur of the first group who speaks for the communities.</summary>
    private const int Speaker = 5;

    private static readonly IReadOnlyList<string> StakeholderGroups = VocabularySeeds.Codes[VocabularyKind.StakeholderGroup];

    private readonly IServiceProvider _services;
    private readonly DialogueSize _size;
    private SegmentId _first;
    private RoomId _group;
    private RoomId _plenary;
    private ParticipantId _speaker;
    private QuestionId _question;
    private List<NoteId> _notes = [];
    private List<OutcomeId> _outcomes = [];
    private string _token = "";

    private LargeDialogue(IServiceProvider services, DialogueSize size, DialogueId id)
    {
        _services = services;
        _size = size;
        Id = id;
    }

    public DialogueId Id { get; }

    public string Page => $"/dialogues/{Id.Value}";

    public string Url => $"/api/v1/dialogues/{Id.Value}";

    /// <summary>The personal page of somebody who takes notes in two rooms and speaks for a stakeholder group.</summary>
    public string Link => $"/dialogue/{_token}";

    /// <summary>On the same page one outcome with all its notes.</summary>
    public string LinkOfOutcome => $"{Link}?outcome={_outcomes[0].Value}";

    private DateTimeOffset Now => _services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <param name="organization">A member of the partnership.</param>
    public static async Task<LargeDialogue> MakeAsync(
        IServiceProvider services,
        OrganizationId organization,
        PartnershipId partnership,
        DialogueSize size
    )
    {
        var draft = new DialogueDraft
        {
            Title = "Building transformative partnerships between health services and communities",
            Question = "What makes a partnership between a health post and its village last?",
            StartsOn = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(1),
            StartTime = "14:00",
            TimeZone = "Asia/Dhaka",
            Groups = StakeholderGroups,
            PartnershipId = partnership.Value,
        };
        var id = await ManyRows.SendAsync(services, new PlanDialogue(organization, draft));
        var dialogue = new LargeDialogue(services, size, id);
        await dialogue.PlanAsync();
        await dialogue.InviteAsync();
        await dialogue.Send(new RotateContributors(id, dialogue._first));
        await dialogue.WriteAsync();
        foreach (var outcome in dialogue._outcomes.Take(3))
            await dialogue.Send(new DraftCommitmentOfOutcome(id, outcome, organization));
        return dialogue;
    }

    private Task<T> Send<T>(IRequest<T> request) => ManyRows.SendAsync(_services, request);

    private async Task PlanAsync()
    {
        _first = await Send(new AddSegment(Id, new SegmentDraft("Experts are interviewed", SegmentMethod.Interview, 30)));
        await Send(new AddSegment(Id, new SegmentDraft("Experts change groups", SegmentMethod.Interview, 30)));
        var plenary = await Send(new AddSegment(Id, new SegmentDraft("What we agree on", SegmentMethod.Plenary, 30)));
        for (var i = 1; i <= Groups; i++)
            await Send(new AddRoom(Id, _first, new RoomDraft($"Group {i}", "Building B")));
        _plenary = await Send(new AddRoom(Id, plenary, new RoomDraft("Plenary hall")));
        await Send(new StartDialogue(Id));
    }

    private Task InviteAsync() =>
        ManyRows.WriteAsync(
            _services,
            async (db, bulk) =>
            {
                var (dialogue, now) = (await db.Dialogues.SingleAsync(d => d.Id == Id), Now);
                var groups = await db.DialogueRooms.Where(r => r.SegmentId == _first).OrderBy(r => r.Position).ToListAsync();
                var plenary = await db.DialogueRooms.SingleAsync(r => r.Id == _plenary);
                var people = new List<Participant>();
                var mails = new List<OutgoingMail>();
                for (var i = 0; i < _size.Participants; i++)
                {
                    var (person, token) = Participant.Invite(dialogue, TermsOf(i), "", now);
                    var mail = new OutgoingMail(person.Email!, dialogue.Title, "", "", now, holdsKey: true);
                    person.SentBy(mail.Id);
                    if (i % 2 == 0)
                        person.AnswerInvitation(dialogue, accepts: true, now);
                    if (i == Speaker)
                    {
                        dialogue.NameSpokesperson(person, before: null);
                        _token = token;
                    }

                    people.Add(person);
                    mails.Add(mail);
                }

                await bulk.InsertAsync([.. people, .. mails], [], default);
                var places = people
                    .SkipLast(WithoutGroup)
                    .Select((person, i) => (person.Id, Room: groups[GroupOf(i)], Role: RoleOf(i)))
                    .GroupBy(place => (place.Room, place.Role), place => place.Id)
                    .SelectMany(same => dialogue.Assign(same.Key.Room, same.Key.Role, [.. same], taken: [], others: 0))
                    .Concat(dialogue.Assign(plenary, RoomRole.Participant, people.ConvertAll(p => p.Id), taken: [], others: 0))
                    .ToList();
                await bulk.InsertAsync(places, [dialogue], default);
                (_group, _speaker) = (groups[0].Id, people[Speaker].Id);
            }
        );

    /// <summary>Every second note is of the first group.</summary>
    private Task WriteAsync() =>
        ManyRows.WriteAsync(
            _services,
            async (db, bulk) =>
            {
                var (dialogue, now) = (await db.Dialogues.AsNoTracking().SingleAsync(d => d.Id == Id), Now);
                var rooms = await db.DialogueRooms.AsNoTracking().Where(r => r.DialogueId == Id).OrderBy(r => r.Seq).ToListAsync();
                var author = new Actor(ActorKind.Participant, _speaker.Value);
                var notes = Rows(
                    _size.Notes,
                    i => Note.Take(dialogue, rooms[i % 2 == 0 ? 0 : 1 + (i / 2 % (rooms.Count - 1))], NoteOf(i), author, now)
                );
                var questions = Rows(
                    _size.Questions,
                    i => ParkedQuestion.Park(dialogue, rooms[i % rooms.Count].Id, SampleText.English(150), author, now)
                );
                foreach (var answered in questions.Where((_, i) => i % 2 == 0))
                    answered.AnswerWith(dialogue, SampleText.English(200), now);
                await bulk.InsertAsync([.. notes, .. questions], [], default);
                (_notes, _question) = (notes.ConvertAll(n => n.Id), questions[0].Id);

                var outcomes = Rows(_size.Outcomes, i => Outcome.Record(dialogue, OutcomeOf(i), now));
                foreach (var outcome in outcomes)
                foreach (var (i, group) in StakeholderGroups.Index())
                {
                    var level = (AgreementLevel)(i % 4);
                    var needsReason = level is AgreementLevel.AgreesWithReservations or AgreementLevel.Disagrees;
                    outcome.State(dialogue, group, level, needsReason ? SampleText.English(100) : null, Actor.System, now);
                }

                await bulk.InsertAsync(outcomes, [], default);
                _outcomes = outcomes.ConvertAll(o => o.Id);
            }
        );

    private static List<T> Rows<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static ParticipantTerms TermsOf(int i) =>
        new($"Ayesha Rahman {i:D5}", $"ayesha.{i}@example.org", "Village health committee", StakeholderGroups[i % StakeholderGroups.Count]);

    /// <summary>The first ones have the tasks of the groups, seven in each.</summary>
    private static int GroupOf(int i) => i < Groups * TasksOfGroup ? i / TasksOfGroup : i % Groups;

    private static RoomRole RoleOf(int i) =>
        i >= Groups * TasksOfGroup
            ? RoomRole.Participant
            : (i % TasksOfGroup) switch
            {
                < 4 => RoomRole.Contributor,
                4 => RoomRole.Interviewer,
                _ => RoomRole.Rapporteur,
            };

    private static string NoteOf(int i) =>
        (i % 5) switch
        {
            0 => SampleText.English(1200),
            1 => SampleText.Bengali(300),
            _ => SampleText.English(300),
        };

    /// <summary>The first outcome comes of as many notes as one can.</summary>
    private OutcomeTerms OutcomeOf(int i)
    {
        var kind = (OutcomeKind)(i % 4);
        return new OutcomeTerms(
            kind,
            SampleText.English(90),
            SampleText.English(300),
            SampleText.English(100),
            "https://example.org/evidence",
            kind == OutcomeKind.Pathway ? Rows(5, _ => new StepTerms(SampleText.English(80), null, "The health posts")) : [],
            [.. _notes.Take(i == 0 ? Outcome.MaxNotes : 5)]
        );
    }
}
