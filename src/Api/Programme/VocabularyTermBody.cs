namespace PartnershipTracker.Api.Programme;

/// <summary>A term that is added or renamed.</summary>
/// <param name="Name">One line of at most 200 characters, that no other term of the vocabulary has.</param>
internal sealed record VocabularyTermBody(string Name, string? Description = null);
