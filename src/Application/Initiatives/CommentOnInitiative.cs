using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Adds a comment, which stays as it was written.</summary>
[Needs(Right.Propose)]
public sealed record CommentOnInitiative(InitiativeId InitiativeId, string Text) : IRequest<InitiativeCommentId>;

internal sealed class CommentOnInitiativeValidator : AbstractValidator<CommentOnInitiative>
{
    public CommentOnInitiativeValidator() => RuleFor(c => c.Text).Required(Limits.Note);
}

internal sealed class CommentOnInitiativeHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CommentOnInitiative, InitiativeCommentId>
{
    public async Task<InitiativeCommentId> Handle(CommentOnInitiative command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        var comment = initiative.Comment(command.Text, user.AsFiler(), user.OrganizationId, time.GetUtcNow());
        db.InitiativeComments.Add(comment);
        await db.SaveChangesAsync(ct);
        return comment.Id;
    }
}
