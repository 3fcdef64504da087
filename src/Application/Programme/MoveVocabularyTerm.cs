using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>Moves a term to another place in the order in which terms are shown.</summary>
/// <param name="Position">From 1; a place after the last is the last.</param>
[Needs(Right.Administer)]
public sealed record MoveVocabularyTerm(VocabularyKind Kind, string Code, int Position) : IRequest;

internal sealed class MoveVocabularyTermValidator : AbstractValidator<MoveVocabularyTerm>
{
    public MoveVocabularyTermValidator()
    {
        RuleFor(t => t.Kind).IsKnownValue();
        RuleFor(t => t.Code).RequiredLine(Limits.VocabularyCode);
    }
}

internal sealed class MoveVocabularyTermHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<MoveVocabularyTerm>
{
    public async Task<Unit> Handle(MoveVocabularyTerm command, CancellationToken ct)
    {
        var terms = await db.OfKindAsync(command.Kind, ct);
        var term = terms.Named(command.Code, user);
        term.MoveTo(command.Position, terms, term.Shown());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
