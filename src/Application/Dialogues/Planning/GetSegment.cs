using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Read)]
public sealed record GetSegment(DialogueId DialogueId, SegmentId SegmentId) : IRequest<SegmentDetails>;

/// <summary>A segment; the agenda says when it begins and what its rooms are.</summary>
public sealed record SegmentDetails(Guid Id, int Position, string Title, SegmentMethod Method, int Minutes);

internal sealed class GetSegmentHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetSegment, SegmentDetails>
{
    public async Task<SegmentDetails> Handle(GetSegment query, CancellationToken ct) =>
        await db
            .DialogueSegments.Where(s => s.DialogueId == query.DialogueId && s.Id == query.SegmentId)
            .Where(s => db.Dialogues.VisibleTo(db, user).Any(d => d.Id == s.DialogueId))
            .Select(s => new SegmentDetails(s.Id.Value, s.Position, s.Title, s.Method, s.Minutes))
            .SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("segment");
}
