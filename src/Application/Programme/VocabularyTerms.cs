using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>What the commands about vocabularies share.</summary>
internal static class VocabularyTerms
{
    /// <summary>All terms of a kind, to be changed.</summary>
    public static Task<List<VocabularyTerm>> OfKindAsync(this ITrackerDb db, VocabularyKind kind, CancellationToken ct) =>
        db.VocabularyTerms.Where(t => t.Kind == kind).OrderBy(t => t.Position).ThenBy(t => t.Seq).ToListAsync(ct);

    /// <exception cref="DomainException">There is no such term, or it is not the version that the caller expects.</exception>
    public static VocabularyTerm Named(this List<VocabularyTerm> terms, string code, ICurrentUser user) =>
        (terms.Find(term => term.Code == code) ?? throw DomainException.NotFound("vocabularyTerm")).MustBeExpectedBy(user);

    /// <summary>Two terms of the same name could not be told apart; files name terms, too.</summary>
    public static void MustNotShareName(this IEnumerable<VocabularyTerm> others, string name)
    {
        var key = KnownWords.KeyOf(name);
        if (others.Any(other => KnownWords.KeyOf(other.Shown()) == key))
            throw VocabularyErrors.NameTaken(name.Trim());
    }
}
