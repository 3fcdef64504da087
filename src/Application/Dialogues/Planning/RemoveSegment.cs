using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Removes a segment with its rooms; one in which notes were taken stays.</summary>
[Needs(Right.Organize)]
public sealed record RemoveSegment(DialogueId DialogueId, SegmentId SegmentId) : IRequest;

internal sealed class RemoveSegmentHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveSegment>
{
    public async Task<Unit> Handle(RemoveSegment command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var segment = await db.DialogueSegments.GetAsync(dialogue.Id, command.SegmentId, ct);
        var all = await db.DialogueSegments.Where(s => s.DialogueId == dialogue.Id).OrderBy(s => s.Position).ToListAsync(ct);
        dialogue.RemoveSegment(segment, all, await db.DialogueNotes.AnyAsync(n => n.SegmentId == segment.Id, ct));
        db.DialogueSegments.Remove(segment);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
