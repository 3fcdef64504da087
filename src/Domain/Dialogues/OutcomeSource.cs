using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

/// <summary>A note that an outcome comes from.</summary>
public sealed class OutcomeSource : Entity
{
    private OutcomeSource() { }

    internal OutcomeSource(OutcomeId outcome, NoteId note) => (OutcomeId, NoteId) = (outcome, note);

    public OutcomeId OutcomeId { get; private set; }

    public NoteId NoteId { get; private set; }
}
