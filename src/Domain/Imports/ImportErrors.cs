using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Imports;

/// <summary>All refusals about imports as a whole; the sentences are text resources of the same name.</summary>
public static class ImportErrors
{
    public static DomainException NotRunning(ImportState state) => DomainException.Refused("import.notRunning", null, state);

    public static DomainException NotFinished(ImportState state) => DomainException.Refused("import.notFinished", null, state);

    public static DomainException NothingToUndo() => DomainException.Refused("import.nothingToUndo");
}
