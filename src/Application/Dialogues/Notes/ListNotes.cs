using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Lists the notes of a dialogue, the newest first.</summary>
/// <param name="OutcomeId">Only those that this outcome comes from.</param>
[Needs(Right.Read)]
public sealed record ListNotes(
    DialogueId DialogueId,
    Guid? SegmentId = null,
    Guid? RoomId = null,
    Guid? OutcomeId = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<NoteDetails>>, ISupportsUpdatedSince
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListNotesValidator : AbstractValidator<ListNotes>
{
    public ListNotesValidator() => this.Paged();
}

internal sealed class ListNotesHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListNotes, Page<NoteDetails>>
{
    public async Task<Page<NoteDetails>> Handle(ListNotes query, CancellationToken ct)
    {
        var visible = db.Dialogues.VisibleTo(db, user).Where(d => d.Id == query.DialogueId);
        var rows = db.DialogueNotes.Where(n => n.DialogueId == query.DialogueId && visible.Any());
        if (query.SegmentId is { } segmentId)
        {
            var segment = new SegmentId(segmentId);
            rows = rows.Where(n => n.SegmentId == segment);
        }

        if (query.RoomId is { } roomId)
        {
            var room = new RoomId(roomId);
            rows = rows.Where(n => n.RoomId == room);
        }

        if (query.OutcomeId is { } outcomeId)
        {
            var outcome = new OutcomeId(outcomeId);
            rows = rows.Where(n => db.OutcomeSources.Any(s => s.OutcomeId == outcome && s.NoteId == n.Id));
        }

        var page = await rows.ToPageAsync(query, n => n.Seq, descending: true, notes => notes.AsDetails(db), ct);
        if (page.Items.Count == 0)
            await db.Dialogues.VisibleTo(db, user).MustExistAsync(query.DialogueId, ct);
        return page;
    }
}
