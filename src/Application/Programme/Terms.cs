using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>What is asked of a vocabulary.</summary>
public static class Terms
{
    /// <returns>The name of a term, in the reader's language; the code if there is no such term.</returns>
    public static string NameOf(this IVocabulary vocabulary, VocabularyKind kind, string code) => vocabulary.Find(kind, code)?.Name ?? code;

    /// <returns>As <see cref="NameOf"/>, and that the term is retired if it is.</returns>
    public static string LabelOf(this IVocabulary vocabulary, VocabularyKind kind, string code) =>
        vocabulary.Find(kind, code) is { IsRetired: true } term
            ? Texts.Word("vocabulary.retired", term.Name)
            : vocabulary.NameOf(kind, code);

    /// <summary>The labels of several terms, in the order of the vocabulary.</summary>
    public static IEnumerable<string> LabelsOf(this IVocabulary vocabulary, VocabularyKind kind, IEnumerable<string> codes) =>
        codes.OrderBy(code => vocabulary.PositionOf(kind, code)).Select(code => vocabulary.LabelOf(kind, code));

    /// <summary>The terms that are offered for something new.</summary>
    /// <param name="stored">Codes that are stored already: they are offered, too, when they are retired.</param>
    public static IEnumerable<Term> Active(this IVocabulary vocabulary, VocabularyKind kind, params IEnumerable<string> stored) =>
        vocabulary.All(kind).Where(term => !term.IsRetired || stored.Contains(term.Code));

    /// <returns>Also true for a retired term.</returns>
    public static bool IsKnown(this IVocabulary vocabulary, VocabularyKind kind, string code) => vocabulary.Find(kind, code) is not null;

    public static int PositionOf(this IVocabulary vocabulary, VocabularyKind kind, string code) =>
        vocabulary.Find(kind, code)?.Position ?? int.MaxValue;

    /// <returns>The code of the term with this code or name, whatever the case; null if there is none.</returns>
    public static string? CodeOf(this IVocabulary vocabulary, VocabularyKind kind, string codeOrName)
    {
        var key = KnownWords.KeyOf(codeOrName);
        var terms = vocabulary.All(kind);
        return (
            terms.FirstOrDefault(term => term.Code.Equals(codeOrName, StringComparison.OrdinalIgnoreCase))
            ?? terms.FirstOrDefault(term => KnownWords.KeyOf(term.Name) == key)
        )?.Code;
    }

    /// <summary>For a change of something: a retired term may stay where it is stored, but not be chosen anew.</summary>
    /// <param name="field">The field of the request.</param>
    /// <exception cref="Domain.Common.DomainException">One of the codes is retired and not among the stored ones.</exception>
    public static void MustBeOffered(
        this IVocabulary vocabulary,
        VocabularyKind kind,
        string field,
        IEnumerable<string?> codes,
        params IEnumerable<string?> stored
    )
    {
        foreach (var code in codes.Except(stored).OfType<string>())
            if (vocabulary.Find(kind, code) is { IsRetired: true } term)
                throw VocabularyErrors.Retired(field, term.Name);
    }

    /// <summary>The code of a term; null is not checked.</summary>
    /// <param name="orRetired">
    /// Whether a retired term is taken, too: in filters and files, and where a stored one may stay; there the handler calls
    /// <see cref="MustBeOffered"/>.
    /// </param>
    internal static IRuleBuilderOptions<T, string?> IsTerm<T>(
        this IRuleBuilder<T, string?> rule,
        IVocabulary vocabulary,
        VocabularyKind kind,
        bool orRetired = false
    ) =>
        rule.Must(code => code is null || vocabulary.Find(kind, code) is { } term && (orRetired || !term.IsRetired))
            .WithErrorCode("form.oneOf")
            .WithMessage(_ => Texts.Error("form.oneOf", Codes(vocabulary, kind)))
            .WithState(_ => new object?[] { Codes(vocabulary, kind) });

    private static string Codes(IVocabulary vocabulary, VocabularyKind kind) =>
        string.Join(", ", vocabulary.Active(kind).Select(term => term.Code));
}
