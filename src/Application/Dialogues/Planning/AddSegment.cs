using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Adds a segment at its place in the order, or at the end.</summary>
[Needs(Right.Organize)]
public sealed record AddSegment(DialogueId DialogueId, SegmentDraft Draft) : IRequest<SegmentId>;

internal sealed class AddSegmentValidator : AbstractValidator<AddSegment>
{
    public AddSegmentValidator() => RuleFor(s => s.Draft).SetValidator(new SegmentDraftValidator());
}

internal sealed class AddSegmentHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<AddSegment, SegmentId>
{
    public async Task<SegmentId> Handle(AddSegment command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var all = await db.DialogueSegments.Where(s => s.DialogueId == dialogue.Id).OrderBy(s => s.Position).ToListAsync(ct);
        var segment = dialogue.AddSegment(command.Draft.ToTerms(), command.Draft.Position, all);
        db.DialogueSegments.Add(segment);
        await db.SaveChangesAsync(ct);
        return segment.Id;
    }
}
