using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Organize)]
public sealed record RecordOutcome(DialogueId DialogueId, OutcomeDraft Draft) : IRequest<OutcomeId>;

internal sealed class RecordOutcomeValidator : AbstractValidator<RecordOutcome>
{
    public RecordOutcomeValidator() => RuleFor(o => o.Draft).SetValidator(new OutcomeDraftValidator());
}

internal sealed class RecordOutcomeHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<RecordOutcome, OutcomeId>
{
    public async Task<OutcomeId> Handle(RecordOutcome command, CancellationToken ct)
    {
        var dialogue = await db.GetForAddingAsync(user, command.DialogueId, ct);
        var terms = command.Draft.ToTerms();
        await db.CheckAsync(user, dialogue.Id, terms, ct);
        var outcome = Outcome.Record(dialogue, terms, time.GetUtcNow());
        db.Outcomes.Add(outcome);
        await db.SaveChangesAsync(ct);
        return outcome.Id;
    }
}
