using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.Dialogues;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Demo;

/// <summary>The dialogue: organizers plan it, participants act by their links.</summary>
internal sealed partial class PartnershipSample
{
    private readonly Dictionary<string, OutcomeId> _outcomes = [];
    private Dictionary<(int Segment, string Room), RoomId> _rooms = [];
    private Dictionary<string, ParticipantId> _participants = [];
    private DialogueId _dialogue;

    private void AddDialogue(SampleDialogue sample)
    {
        var starts = LocalTime
            .At(
                _days.Date(sample.StartsOn),
                TimeOnly.ParseExact(sample.StartTime, DialogueDraft.TimeFormat, CultureInfo.InvariantCulture),
                Codes.TimeZone(sample.TimeZone)
            )!
            .Value;
        _days.On(sample.PlannedOn, () => PlanAsync(sample));
        foreach (var invited in sample.Participants)
            if (invited.Accepts is { } accepts)
                _days.On(sample.AnsweredOn, () => AnswerAsync(invited.Email, accepts));
        _days.At(starts, () => As(sample.Organizer, new StartDialogue(_dialogue)));
        foreach (var note in sample.Notes)
            _days.At(starts.AddMinutes(note.Minute), () => NoteAsync(note));
        foreach (var question in sample.Questions)
            _days.At(starts.AddMinutes(question.Minute), () => ParkAsync(question));
        foreach (var outcome in sample.Outcomes)
            _days.At(starts.AddMinutes(outcome.Minute), () => RecordAsync(sample, outcome));
        _days.On(sample.ConsolidatedOn, () => ConsolidateAsync(sample));
        foreach (var outcome in sample.Outcomes)
        foreach (var agreement in outcome.Agreements)
            _days.On(sample.AgreedOn, () => AgreeAsync(sample, outcome.Key, agreement));
        _days.On(sample.PublishedOn, () => As(sample.Organizer, new SetTakeUpDay(_dialogue, _days.Date(sample.TakeUpBy))));
        _days.On(sample.PublishedOn, () => As(sample.Organizer, new PublishDialogue(_dialogue)));
    }

    private async Task PlanAsync(SampleDialogue sample)
    {
        var draft = new DialogueDraft
        {
            Title = sample.Title,
            Question = sample.Question,
            Purpose = sample.Purpose,
            Place = sample.Place,
            StartsOn = _days.Date(sample.StartsOn),
            StartTime = sample.StartTime,
            TimeZone = sample.TimeZone,
            PartnershipId = _partnership.Value,
        };
        _dialogue = await As(sample.Organizer, new PlanDialogue(_accounts[sample.Organizer].Organization!.Value, draft));
        var segments = new List<SegmentId>();
        foreach (var segment in sample.Segments)
            segments.Add(
                await As(sample.Organizer, new AddSegment(_dialogue, new SegmentDraft(segment.Title, segment.Method, segment.Minutes)))
            );
        var invited = sample.Participants.Select(p => new ParticipantDraft(p.Name, p.Email, p.Group, p.Organization)).ToList();
        var ids = await As(sample.Organizer, new InviteParticipants(_dialogue, invited));
        _participants = invited.Zip(ids).ToDictionary(pair => pair.First.Email, pair => pair.Second);
        foreach (var (segment, id) in sample.Segments.Zip(segments))
        foreach (var room in segment.Rooms ?? [])
            await MakeRoomAsync(sample.Organizer, id, room);
        foreach (var (before, after) in segments.Zip(sample.Segments.Skip(1)))
            if (after.ContributorsChangeGroups)
                await As(sample.Organizer, new RotateContributors(_dialogue, before));
        foreach (var spokesperson in sample.Spokespersons)
            await As(sample.Organizer, new NameSpokesperson(_dialogue, _participants[spokesperson]));
        _rooms = (
            await db
                .DialogueRooms.Where(r => r.DialogueId == _dialogue)
                .Select(r => new
                {
                    r.SegmentId,
                    r.Name,
                    r.Id,
                })
                .ToListAsync()
        ).ToDictionary(r => (segments.IndexOf(r.SegmentId) + 1, r.Name), r => r.Id);
    }

    private async Task MakeRoomAsync(string organizer, SegmentId segment, SampleRoom room)
    {
        var id = await As(organizer, new AddRoom(_dialogue, segment, new RoomDraft(room.Name)));
        await PlaceAsync(organizer, id, RoomRole.Contributor, room.Contributors ?? []);
        await PlaceAsync(organizer, id, RoomRole.Interviewer, room.Interviewer is { } interviewer ? [interviewer] : []);
        await PlaceAsync(organizer, id, RoomRole.Rapporteur, room.Rapporteurs);
        await PlaceAsync(organizer, id, RoomRole.Participant, room.Participants);
    }

    private async Task PlaceAsync(string organizer, RoomId room, RoomRole role, IReadOnlyList<string> people)
    {
        if (people.Count > 0)
            await As(organizer, new AssignPeople(_dialogue, room, role, [.. people.Select(email => _participants[email].Value)]));
    }

    private async Task AnswerAsync(string email, bool accepts) =>
        await Send(new AnswerInvitation(await TokenAsync(email, DialogueLinkPages.Path), accepts));

    private async Task NoteAsync(SampleNote note)
    {
        var room = _rooms[(note.Segment, note.Room)];
        await Send(new TakeNoteByLink(await TokenAsync(note.By, DialogueLinkPages.Path), room, note.Text, FormKey()));
    }

    private async Task ParkAsync(SampleQuestion question)
    {
        var room = _rooms[(question.Segment, question.Room)];
        await Send(new ParkQuestionByLink(await TokenAsync(question.By, DialogueLinkPages.Path), room, question.Text, FormKey()));
    }

    private async Task RecordAsync(SampleDialogue sample, SampleOutcome outcome)
    {
        var texts = sample.Notes.Where(note => outcome.Notes.Contains(note.Key)).Select(note => note.Text).ToList();
        var notes = await db
            .DialogueNotes.Where(n => n.DialogueId == _dialogue && texts.Contains(n.Text))
            .OrderBy(n => n.Seq)
            .Select(n => n.Id)
            .ToListAsync();
        var draft = new OutcomeDraft
        {
            Kind = outcome.Kind,
            Title = outcome.Title,
            Text = outcome.Text,
            Evidence = outcome.Evidence,
            Steps =
            [
                .. (outcome.Steps ?? []).Select(step => new StepDraft(
                    step.Title,
                    step.Lead is { } lead ? _organizations[lead].Value : null,
                    step.LeadInWords
                )),
            ],
            NoteIds = [.. notes.Select(id => id.Value)],
        };
        _outcomes[outcome.Key] = await As(sample.Organizer, new RecordOutcome(_dialogue, draft));
    }

    private async Task ConsolidateAsync(SampleDialogue sample)
    {
        await As(sample.Organizer, new ConsolidateDialogue(_dialogue));
        foreach (var question in sample.Questions)
            if (question.Answer is { } answer)
            {
                var id = await db
                    .DialogueQuestions.Where(q => q.DialogueId == _dialogue && q.Text == question.Text)
                    .Select(q => q.Id)
                    .SingleAsync();
                await As(sample.Organizer, new AnswerQuestion(_dialogue, id, answer));
            }
    }

    private async Task AgreeAsync(SampleDialogue sample, string outcome, SampleAgreement agreement)
    {
        var spokesperson = sample.Participants.Single(p => p.Group == agreement.Group && sample.Spokespersons.Contains(p.Email));
        var token = await TokenAsync(spokesperson.Email, DialogueLinkPages.Path);
        await Send(new StateAgreementByLink(token, _outcomes[outcome], agreement.Level, agreement.Reason));
    }

    /// <summary>A form that is sent twice has the same key; each of these is another one.</summary>
    private static string FormKey() => Guid.NewGuid().ToString("n");
}
