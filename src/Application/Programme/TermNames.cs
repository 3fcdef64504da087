using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

internal static class TermNames
{
    /// <param name="name">Null where the product's own texts name it, in the reader's language.</param>
    public static string Of(VocabularyKind kind, string? name, string code) => name ?? Texts.FindWord(kind.ToString(), code) ?? code;

    public static string Shown(this VocabularyTerm term) => Of(term.Kind, term.Name, term.Code);
}
