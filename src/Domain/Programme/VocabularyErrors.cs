using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Programme;

/// <summary>All refusals about vocabularies; the sentences are text resources of the same name.</summary>
public static class VocabularyErrors
{
    public static DomainException TooMany(int max) => DomainException.Refused("vocabulary.tooMany", null, max);

    public static DomainException NoPosition() => DomainException.Refused("vocabulary.noPosition", "position");

    public static DomainException NameTaken(string name) => DomainException.Conflict("vocabulary.nameTaken", "name", name);

    /// <param name="field">The field with the retired term.</param>
    public static DomainException Retired(string field, string name) => DomainException.Refused("vocabulary.retired", field, name);
}
