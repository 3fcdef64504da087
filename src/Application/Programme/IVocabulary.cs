using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>
/// The terms of all vocabularies, held in memory. They are at most <see cref="Vocabulary.MaxAge"/> old, and never older than the last
/// change made by this process. Every use case makes sure of that before it runs, so that reading them costs no query.
/// </summary>
public interface IVocabulary
{
    /// <summary>All terms of a kind, also retired ones, in their order.</summary>
    IReadOnlyList<Term> All(VocabularyKind kind);

    /// <param name="code">As it is stored; case matters.</param>
    /// <returns>Null if there is no such term.</returns>
    Term? Find(VocabularyKind kind, string code);

    /// <summary>Reads the terms again if they are too old or were changed.</summary>
    ValueTask RefreshAsync(CancellationToken ct);

    /// <summary>To be called after a change of a term is committed.</summary>
    void Forget();
}

/// <summary>A term as it is shown now.</summary>
/// <param name="Name">In the reader's language where the product's own texts name it.</param>
/// <param name="Position">From 1.</param>
public sealed record Term(VocabularyKind Kind, string Code, string Name, string? Description, int Position, bool IsRetired);
