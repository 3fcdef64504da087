using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Replaces the details of a segment; a position moves it among the others.</summary>
[Needs(Right.Organize)]
public sealed record ReviseSegment(DialogueId DialogueId, SegmentId SegmentId, SegmentDraft Draft) : IRequest;

internal sealed class ReviseSegmentValidator : AbstractValidator<ReviseSegment>
{
    public ReviseSegmentValidator() => RuleFor(s => s.Draft).SetValidator(new SegmentDraftValidator());
}

internal sealed class ReviseSegmentHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ReviseSegment>
{
    public async Task<Unit> Handle(ReviseSegment command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var segment = await db.DialogueSegments.GetAsync(dialogue.Id, command.SegmentId, ct);
        var all = await db.DialogueSegments.Where(s => s.DialogueId == dialogue.Id).OrderBy(s => s.Position).ToListAsync(ct);
        dialogue.ReviseSegment(segment, command.Draft.ToTerms(), command.Draft.Position ?? segment.Position, all);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
