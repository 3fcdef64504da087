using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

[Needs(Right.Read)]
public sealed record GetVocabularyTerm(VocabularyKind Kind, string Code) : IRequest<VocabularyTermDetails>;

internal sealed class GetVocabularyTermValidator : AbstractValidator<GetVocabularyTerm>
{
    public GetVocabularyTermValidator()
    {
        RuleFor(q => q.Kind).IsKnownValue();
        RuleFor(q => q.Code).RequiredLine(Limits.VocabularyCode);
    }
}

internal sealed class GetVocabularyTermHandler(ITrackerDb db) : IRequestHandler<GetVocabularyTerm, VocabularyTermDetails>
{
    public async Task<VocabularyTermDetails> Handle(GetVocabularyTerm query, CancellationToken ct) =>
        (
            await db
                .VocabularyTerms.Where(t => t.Kind == query.Kind && t.Code == query.Code)
                .Select(VocabularyTermDetails.OfRow)
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("vocabularyTerm")
        ).Named();
}
