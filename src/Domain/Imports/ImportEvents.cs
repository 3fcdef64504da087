using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Imports;

/// <summary>What an import makes.</summary>
public enum ImportedKind
{
    Commitment,
    Membership,
    Organization,
    Partnership,
}

/// <param name="Imported">The commitments that had been imported by then; they remain.</param>
public sealed record ImportCancelled(ImportId ImportId, string FileName, int Imported) : IDomainEvent;

/// <summary>A person decided to undo the import. What it removes has entries of its own.</summary>
public sealed record ImportUndoStarted(ImportId ImportId, string FileName) : IDomainEvent;

/// <summary>A row that an import had made was removed with it. It belongs to the history of the removed row, which stays.</summary>
/// <param name="Name">The title of the commitment, or the name of the organization or partnership.</param>
public sealed record ImportUndone(ImportId ImportId, ImportedKind Kind, string Name) : IDomainEvent;

/// <summary>A mapping of columns was saved under a name, perhaps in the place of an earlier one.</summary>
public sealed record ImportProfileSaved(SavedImportProfileId ProfileId, string Name) : IDomainEvent;

public sealed record ImportProfileRemoved(SavedImportProfileId ProfileId, string Name) : IDomainEvent;
