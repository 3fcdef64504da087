using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>A retired term is not offered any more; what was said with it stays and is shown.</summary>
[Needs(Right.Administer)]
public sealed record RetireVocabularyTerm(VocabularyKind Kind, string Code) : IRequest;

internal sealed class RetireVocabularyTermValidator : AbstractValidator<RetireVocabularyTerm>
{
    public RetireVocabularyTermValidator()
    {
        RuleFor(t => t.Kind).IsKnownValue();
        RuleFor(t => t.Code).RequiredLine(Limits.VocabularyCode);
    }
}

internal sealed class RetireVocabularyTermHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<RetireVocabularyTerm>
{
    public async Task<Unit> Handle(RetireVocabularyTerm command, CancellationToken ct)
    {
        var term = (await db.OfKindAsync(command.Kind, ct)).Named(command.Code, user);
        term.Retire(term.Shown(), time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
