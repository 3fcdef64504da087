using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Dialogues;

public readonly record struct OutcomeId(Guid Value)
{
    public static OutcomeId New() => new(Guid.CreateVersion7());
}

public enum OutcomeKind
{
    ConsensusStatement,
    Recommendation,

    /// <summary>Ordered steps, each with a proposed lead.</summary>
    Pathway,

    /// <summary>What remained open; nobody is expected to take it up.</summary>
    OpenQuestion,
}

/// <summary>
/// What a dialogue agreed on, with the evidence behind it, the notes it comes from, and how far each stakeholder group agrees. Its steps,
/// notes and levels of agreement are few and loaded with it.
/// </summary>
public sealed class Outcome : AggregateRoot, IHasHistory
{
    public const int MaxSteps = 20,
        MaxNotes = 50;

    private readonly List<OutcomeStep> _steps = [];
    private readonly List<OutcomeSource> _sources = [];
    private readonly List<Agreement> _agreements = [];

    private Outcome() { }

    public OutcomeId Id { get; private set; }

    public DialogueId DialogueId { get; private set; }

    public OutcomeKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string? Text { get; private set; }

    public string? Evidence { get; private set; }

    public string? EvidenceUrl { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public IReadOnlyList<OutcomeStep> Steps => _steps;

    public IReadOnlyList<OutcomeSource> Sources => _sources;

    public IReadOnlyList<Agreement> Agreements => _agreements;

    public HistorySubject HistorySubject => new(null, null, null, DialogueId: DialogueId.Value);

    public static Outcome Record(Dialogue dialogue, OutcomeTerms terms, DateTimeOffset now)
    {
        dialogue.MustBeUnderWay();
        var outcome = new Outcome
        {
            Id = OutcomeId.New(),
            DialogueId = dialogue.Id,
            RecordedAt = now,
        };
        outcome.Set(terms, []);
        outcome.Raise(new OutcomeRecorded(dialogue.Id, outcome.Id, outcome.Kind, outcome.Title));
        return outcome;
    }

    /// <param name="taken">The steps that became commitments; they stay.</param>
    /// <returns>Whether anything changed.</returns>
    public bool Revise(Dialogue dialogue, OutcomeTerms terms, IReadOnlyCollection<OutcomeStepId> taken)
    {
        dialogue.MustBeUnderWay();
        var before = (Kind, Title, Text, Evidence, EvidenceUrl, Ids: StepIds(), Steps: Titles(), Leads: Leads(), Notes: Notes());
        Set(terms, taken);
        var changes = Changes.Of(
            ("kind", before.Kind, Kind),
            ("title", before.Title, Title),
            ("text", before.Text, Text),
            ("evidence", before.Evidence, Evidence),
            ("evidenceUrl", before.EvidenceUrl, EvidenceUrl),
            ("steps", before.Steps, Titles()),
            ("leads", before.Leads, Leads()),
            ("notes", before.Notes, Notes())
        );
        if (changes.Count == 0 && before.Ids.SequenceEqual(StepIds()))
            return false;

        Raise(new OutcomeRevised(DialogueId, Id, before.Title, changes));
        return true;
    }

    /// <param name="commitments">How many commitments came of it.</param>
    public void Remove(Dialogue dialogue, int commitments)
    {
        dialogue.MustBeUnderWay();
        if (commitments > 0)
            throw OutcomeErrors.HasCommitments(commitments);
        Raise(new OutcomeRemoved(DialogueId, Id, Title));
    }

    /// <summary>
    /// States how far a stakeholder group agrees. A group may change its mind, also after publishing; the history keeps both.
    /// </summary>
    public void State(Dialogue dialogue, string group, AgreementLevel level, string? reason, Actor by, DateTimeOffset now)
    {
        var code = group.Trim();
        if (!dialogue.Groups.Contains(code))
            throw DialogueErrors.GroupNotInvited("group", code);
        var why = Blank.ToNull(reason);
        if (why is null && level is (AgreementLevel.AgreesWithReservations or AgreementLevel.Disagrees))
            throw OutcomeErrors.ReasonMissing();

        var stated = _agreements.Find(a => a.Group == code);
        if (stated is null)
            _agreements.Add(stated = new Agreement(Id, DialogueId, code));
        else if (stated.Level == level && stated.Reason == why)
            return;
        stated.Write(level, why, by, now);
        Raise(new AgreementStated(DialogueId, Id, Title, code, level, why));
    }

    /// <summary>Notes that a commitment was drafted of it or of one of its steps.</summary>
    public CommitmentOrigin TakeUp(Dialogue dialogue, OutcomeStepId? step)
    {
        if (dialogue.Status == DialogueStatus.Planned)
            throw DialogueErrors.NotStarted();
        if (step is { } id && !_steps.Exists(s => s.Id == id))
            throw DomainException.NotFound("outcomeStep");
        return new CommitmentOrigin(DialogueId, Id, step);
    }

    public void TakenUp(CommitmentId commitment, OrganizationId organization) =>
        Raise(new OutcomeTakenUp(DialogueId, Id, Title, commitment, organization));

    private IEnumerable<OutcomeStep> InOrder() => _steps.OrderBy(s => s.Position);

    private List<OutcomeStepId> StepIds() => [.. InOrder().Select(s => s.Id)];

    private List<string> Titles() => [.. InOrder().Select(s => s.Title)];

    /// <summary>The proposed lead of each step, an id or words; empty where no step has one.</summary>
    private List<object?> Leads()
    {
        List<object?> leads = [.. InOrder().Select(s => s.LeadId is { } id ? (object)id : s.Lead)];
        return leads.TrueForAll(lead => lead is null) ? [] : leads;
    }

    private List<NoteId> Notes() => [.. _sources.Select(s => s.NoteId).OrderBy(note => note.Value)];

    private void Set(OutcomeTerms terms, IReadOnlyCollection<OutcomeStepId> taken)
    {
        if (terms.Kind != OutcomeKind.Pathway && terms.Steps.Count > 0)
            throw OutcomeErrors.StepsOfPathwaysOnly();
        if (terms.Kind == OutcomeKind.Pathway && terms.Steps.Count == 0)
            throw OutcomeErrors.PathwayWithoutSteps();
        if (taken.Any(step => terms.Steps.All(s => s.Id != step)))
            throw OutcomeErrors.StepHasCommitment();

        Kind = terms.Kind;
        Title = terms.Title.Trim();
        Text = Blank.ToNull(terms.Text);
        Evidence = Blank.ToNull(terms.Evidence);
        EvidenceUrl = Blank.ToNull(terms.EvidenceUrl);
        SetSteps(terms.Steps);
        var notes = terms.Notes.Distinct().ToList();
        _sources.RemoveAll(source => !notes.Contains(source.NoteId));
        _sources.AddRange(notes.Where(note => !_sources.Exists(s => s.NoteId == note)).Select(note => new OutcomeSource(Id, note)));
    }

    /// <summary>A step keeps its id where it is given.</summary>
    private void SetSteps(IReadOnlyList<StepTerms> terms)
    {
        var before = _steps.ToDictionary(step => step.Id);
        _steps.RemoveAll(step => terms.All(t => t.Id != step.Id));
        foreach (var (given, i) in terms.Select((given, i) => (given, i)))
        {
            if (given.Id is not { } id || !before.Remove(id, out var step))
                _steps.Add(step = new OutcomeStep(Id));
            step.Set(i + 1, given);
        }
    }
}
