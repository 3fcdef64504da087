using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Programme;

public sealed record VocabularyTermAdded(VocabularyKind Kind, string Code, string Name) : IDomainEvent;

/// <param name="Name">As it was until then.</param>
public sealed record VocabularyTermRenamed(VocabularyKind Kind, string Code, string Name, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record VocabularyTermMoved(VocabularyKind Kind, string Code, string Name, int From, int To) : IDomainEvent;

public sealed record VocabularyTermRetired(VocabularyKind Kind, string Code, string Name) : IDomainEvent;

public sealed record VocabularyTermRestored(VocabularyKind Kind, string Code, string Name) : IDomainEvent;
