using System.Globalization;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Dialogues;

public readonly record struct DialogueId(Guid Value)
{
    public static DialogueId New() => new(Guid.CreateVersion7());
}

public enum DialogueStatus
{
    /// <summary>Its agenda is made and people are invited.</summary>
    Planned,

    /// <summary>It takes place; notes are taken.</summary>
    Running,

    /// <summary>It has taken place; its outcomes are written.</summary>
    Consolidating,

    /// <summary>Its agenda, notes and outcomes do not change any more.</summary>
    Published,
}

/// <summary>
/// A facilitated session with segments, whose outcomes can become commitments. Participants, segments, rooms, notes, questions and outcomes
/// are rows of their own and never loaded with it; a rule that needs some of them takes them. This file holds its life; how its agenda is
/// made is in the file beside it.
/// </summary>
public sealed partial class Dialogue : AggregateRoot, IHasHistory
{
    private Dialogue() { }

    public DialogueId Id { get; private set; }

    /// <summary>Where commitments that come of it belong; null for a dialogue outside of partnerships.</summary>
    public PartnershipId? PartnershipId { get; private set; }

    /// <summary>The organization whose officers organize it, together with the secretariat.</summary>
    public OrganizationId OrganizationId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The title as it is searched.</summary>
    public string TitleKey { get; private set; } = "";

    public string Question { get; private set; } = "";

    public string? Purpose { get; private set; }

    public string? Place { get; private set; }

    /// <summary>The address of an online meeting.</summary>
    public string? Link { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>IANA id; all its times are shown in it.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>The stakeholder groups that are invited, by their codes.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    public DialogueStatus Status { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The last day on which an outcome should be taken up; null where the organizers set none.</summary>
    public DateOnly? TakeUpBy { get; private set; }

    /// <summary>The end of that day in the time zone of the dialogue.</summary>
    public DateTimeOffset? TakeUpEndsAt { get; private set; }

    /// <summary>The sweep failed on its outcomes and skips them until then, so that they do not block others; null for most.</summary>
    public DateTimeOffset? SweepPutOffUntil { get; private set; }

    public HistorySubject HistorySubject => new(null, null, null, DialogueId: Id.Value);

    public static Dialogue Plan(OrganizationId organization, DialogueTerms terms)
    {
        var dialogue = new Dialogue { Id = DialogueId.New(), OrganizationId = organization };
        dialogue.Set(terms);
        dialogue.Raise(new DialoguePlanned(dialogue.Id, dialogue.Title, terms.StartsOn));
        return dialogue;
    }

    /// <summary>Replaces the details.</summary>
    /// <param name="hasCommitments">Whether commitments came of it; they stay in their partnership.</param>
    /// <param name="taken">The groups that its participants belong to; they stay invited.</param>
    /// <returns>Whether anything changed.</returns>
    public bool Revise(DialogueTerms terms, bool hasCommitments, IReadOnlyCollection<string> taken)
    {
        MustNotBePublished();
        if (hasCommitments && terms.PartnershipId != PartnershipId)
            throw DialogueErrors.HasCommitments();
        if (GroupsLeftOut(terms).FirstOrDefault(taken.Contains) is { } group)
            throw DialogueErrors.GroupHasParticipants(group);

        var before = (Title, Question, Purpose, Place, Link, StartsOn, StartTime, TimeZone, Groups, PartnershipId);
        Set(terms);
        var changes = Changes
            .Of(
                ("title", before.Title, Title),
                ("question", before.Question, Question),
                ("purpose", before.Purpose, Purpose),
                ("place", before.Place, Place),
                ("link", before.Link, Link),
                ("startsOn", before.StartsOn, StartsOn),
                ("startTime", before.StartTime, StartTime),
                ("timeZone", before.TimeZone, TimeZone),
                ("groups", before.Groups, Groups)
            )
            .Concat(Changes.WithoutValues(("partnership", before.PartnershipId, PartnershipId)))
            .ToList();
        if (changes.Count == 0)
            return false;

        Raise(new DialogueRevised(Id, changes));
        return true;
    }

    /// <returns>The groups that it invites and that these details leave out.</returns>
    public IReadOnlyList<string> GroupsLeftOut(DialogueTerms terms) => [.. Groups.Except(GroupsOf(terms))];

    /// <param name="segments">The number of its segments.</param>
    public void Start(int segments)
    {
        if (Status != DialogueStatus.Planned)
            throw DialogueErrors.NotPlanned(Status);
        if (segments == 0)
            throw DialogueErrors.NoSegments();

        Status = DialogueStatus.Running;
        Raise(new DialogueStarted(Id));
    }

    /// <summary>It has taken place, and its outcomes are written.</summary>
    public void Consolidate()
    {
        if (Status != DialogueStatus.Running)
            throw DialogueErrors.NotRunning(Status);

        Status = DialogueStatus.Consolidating;
        Raise(new DialogueConsolidated(Id));
    }

    /// <summary>Freezes agenda, notes and outcomes, and lets everybody read them who may open pages.</summary>
    /// <param name="outcomes">The number of its outcomes.</param>
    public void Publish(int outcomes, DateTimeOffset now)
    {
        if (Status != DialogueStatus.Consolidating)
            throw DialogueErrors.NotConsolidating(Status);
        if (outcomes == 0)
            throw DialogueErrors.NoOutcomes();

        Status = DialogueStatus.Published;
        PublishedAt = now;
        Raise(new DialoguePublished(Id, outcomes));
    }

    /// <summary>Undoes the last step; publishing cannot be undone.</summary>
    public void StepBack()
    {
        if (Status is DialogueStatus.Planned or DialogueStatus.Published)
            throw DialogueErrors.NoStepBack(Status);

        var from = Status;
        Status = from - 1;
        Raise(new DialogueSteppedBack(Id, from, Status));
    }

    /// <summary>Sets the day after which an outcome that nobody took up is shown so. It can be moved after publishing, too.</summary>
    /// <param name="day">Null for none.</param>
    public void SetTakeUpBy(DateOnly? day)
    {
        if (day == TakeUpBy)
            return;
        if (day is { } given && given < StartsOn)
            throw DialogueErrors.TakenUpBeforeItStarts(StartsOn);

        var before = TakeUpBy;
        TakeUpBy = day;
        TakeUpEndsAt = day is { } last ? DueDay.EndsAt(last, Codes.TimeZone(TimeZone)) : null;
        Raise(new TakeUpDaySet(Id, Changes.Of(("takeUpBy", before, day))));
    }

    /// <summary>The local day on which it starts.</summary>
    public DateOnly StartsOn => DueDay.Today(StartsAt, Codes.TimeZone(TimeZone));

    /// <summary>The local time at which it starts, as HH:mm.</summary>
    public string StartTime => LocalTime.Of(StartsAt, Codes.TimeZone(TimeZone)).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <exception cref="DomainException">It is published.</exception>
    public void MustNotBePublished()
    {
        if (Status == DialogueStatus.Published)
            throw DialogueErrors.Published();
    }

    /// <summary>Notes and outcomes are written while it runs and until it is published.</summary>
    public void MustBeUnderWay()
    {
        MustNotBePublished();
        if (Status == DialogueStatus.Planned)
            throw DialogueErrors.NotStarted();
    }

    private static IEnumerable<string> GroupsOf(DialogueTerms terms) => terms.Groups.Select(group => group.Trim()).Distinct();

    private void Set(DialogueTerms terms)
    {
        var zone = Codes.TimeZone(terms.TimeZone);
        var startsAt = LocalTime.At(terms.StartsOn, terms.StartTime, zone) ?? throw DialogueErrors.NoSuchTime(terms.StartsOn);
        if (TakeUpBy is { } day && day < terms.StartsOn)
            throw DialogueErrors.StartsAfterTakeUpDay(day);

        Title = terms.Title.Trim();
        TitleKey = TextKey.Of(Title);
        Question = terms.Question.Trim();
        Purpose = Blank.ToNull(terms.Purpose);
        Place = Blank.ToNull(terms.Place);
        Link = Blank.ToNull(terms.Link);
        StartsAt = startsAt;
        TimeZone = zone.Id;
        Groups = [.. GroupsOf(terms)];
        PartnershipId = terms.PartnershipId;
        TakeUpEndsAt = TakeUpBy is { } last ? DueDay.EndsAt(last, zone) : null;
    }
}
