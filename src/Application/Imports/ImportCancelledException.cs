namespace PartnershipTracker.Application.Imports;

/// <summary>A person has cancelled the import. Nothing of the current rows is saved.</summary>
internal sealed class ImportCancelledException() : Exception("The import was cancelled.");
