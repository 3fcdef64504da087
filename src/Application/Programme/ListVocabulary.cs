using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>Lists the terms of a vocabulary in their order. There are at most 100, so they are one page.</summary>
/// <param name="Retired">Only retired terms, or only those that are offered; null for both.</param>
[Needs(Right.Read)]
public sealed record ListVocabulary(VocabularyKind Kind, bool? Retired = null) : IRequest<Page<VocabularyTermDetails>>;

internal sealed class ListVocabularyValidator : AbstractValidator<ListVocabulary>
{
    public ListVocabularyValidator() => RuleFor(q => q.Kind).IsKnownValue();
}

internal sealed class ListVocabularyHandler(ITrackerDb db) : IRequestHandler<ListVocabulary, Page<VocabularyTermDetails>>
{
    public async Task<Page<VocabularyTermDetails>> Handle(ListVocabulary query, CancellationToken ct)
    {
        var terms = await db
            .VocabularyTerms.Where(t => t.Kind == query.Kind && (query.Retired == null || query.Retired == (t.RetiredAt != null)))
            .OrderBy(t => t.Position)
            .ThenBy(t => t.Seq)
            .Select(VocabularyTermDetails.OfRow)
            .ToListAsync(ct);
        return new Page<VocabularyTermDetails>(terms.ConvertAll(term => term.Named()), null, terms.Count);
    }
}
