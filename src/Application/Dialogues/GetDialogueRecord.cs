using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Reads what the page of a dialogue shows beside its details: the segments and one page of its outcomes.</summary>
/// <param name="Dialogue">The details, which the caller has read and may see.</param>
[Needs(Right.Read)]
public sealed record GetDialogueRecord(DialogueDetails Dialogue, int? Limit = null, string? Cursor = null)
    : IRequest<DialogueRecord>,
        IPaged
{
    /// <summary>The details have the number of outcomes.</summary>
    public bool WithoutTotal => true;
}

/// <param name="Agenda">Without rooms.</param>
public sealed record DialogueRecord(Agenda Agenda, Page<OutcomeDetails> Outcomes);

internal sealed class GetDialogueRecordValidator : AbstractValidator<GetDialogueRecord>
{
    public GetDialogueRecordValidator() => this.Paged();
}

internal sealed class GetDialogueRecordHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetDialogueRecord, DialogueRecord>
{
    public async Task<DialogueRecord> Handle(GetDialogueRecord query, CancellationToken ct)
    {
        var (dialogue, now) = (query.Dialogue, time.GetUtcNow());
        var id = new DialogueId(dialogue.Id);
        var page = await db
            .Outcomes.Where(o => o.DialogueId == id)
            .ToPageAsync(query, o => o.Seq, descending: false, outcomes => outcomes.AsDetails(db, now), ct);
        return new DialogueRecord(
            await Agenda.ReadOutlineAsync(db, id, dialogue.StartsAt, dialogue.TimeZone, ct),
            page with
            {
                Items = await page.Items.WithPartsAsync(db, user, dialogue.Groups, now, ct),
            }
        );
    }
}
