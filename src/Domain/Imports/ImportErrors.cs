using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Imports;

/// <summary>All refusals about imports as a whole; the sentences are text resources of the same name.</summary>
public static class ImportErrors
{
    public static DomainException NotRunning(ImportState state) => DomainException.Refused("import.notRunning", null, state);

    public static DomainException NotFinished(ImportState state) => DomainException.Refused("import.notFinished", null, state);

    public static DomainException AlreadyImported() => DomainException.Refused("import.alreadyImported");

    public static DomainException StillReading(ImportState state) => DomainException.Refused("import.stillReading", null, state);

    public static DomainException NothingToUndo() => DomainException.Refused("import.nothingToUndo");

    /// <param name="partnership">The name that the mapping gives.</param>
    public static DomainException PartnershipStartDateRequired(string partnership) =>
        DomainException.Refused("import.partnershipStartDate", "mapping.partnership.startDate", partnership);

    public static DomainException ProfileRequired() => DomainException.Refused("import.profileRequired");

    public static DomainException OneProfileOnly() => DomainException.Refused("import.oneProfile");
}
