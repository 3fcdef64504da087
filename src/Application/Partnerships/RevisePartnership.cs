using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Partnerships;

/// <summary>Replaces all that was agreed, except members and status; an active partnership can be revised, too.</summary>
/// <param name="Terms">As they are proposed.</param>
[Needs(Right.Administer)]
public sealed record RevisePartnership(PartnershipId PartnershipId, ProposePartnership Terms) : IRequest;

internal sealed class RevisePartnershipValidator : AbstractValidator<RevisePartnership>
{
    public RevisePartnershipValidator(IVocabulary vocabulary) =>
        RuleFor(p => p.Terms).SetValidator(new ProposePartnershipValidator(vocabulary));
}

internal sealed class RevisePartnershipHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<RevisePartnership>
{
    public async Task<Unit> Handle(RevisePartnership command, CancellationToken ct)
    {
        var partnership = await db.GetForChangeAsync(user, command.PartnershipId, ct);
        vocabulary.MustBeOffered(VocabularyKind.Pillar, "pillars", command.Terms.Pillars ?? [], partnership.Pillars);
        vocabulary.MustBeOffered(VocabularyKind.Theme, "themes", command.Terms.Themes ?? [], partnership.Themes);
        partnership.Revise(command.Terms.ToTerms());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
