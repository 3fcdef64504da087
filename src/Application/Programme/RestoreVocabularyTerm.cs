using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>Offers a retired term again.</summary>
[Needs(Right.Administer)]
public sealed record RestoreVocabularyTerm(VocabularyKind Kind, string Code) : IRequest;

internal sealed class RestoreVocabularyTermValidator : AbstractValidator<RestoreVocabularyTerm>
{
    public RestoreVocabularyTermValidator()
    {
        RuleFor(t => t.Kind).IsKnownValue();
        RuleFor(t => t.Code).RequiredLine(Limits.VocabularyCode);
    }
}

internal sealed class RestoreVocabularyTermHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RestoreVocabularyTerm>
{
    public async Task<Unit> Handle(RestoreVocabularyTerm command, CancellationToken ct)
    {
        var term = (await db.OfKindAsync(command.Kind, ct)).Named(command.Code, user);
        term.Restore(term.Shown());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
