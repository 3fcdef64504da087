namespace PartnershipTracker.Domain.Imports;

/// <summary>A row that an import may have made. Undoing the import removes it.</summary>
public interface IImported
{
    /// <summary>The import that made the row; null if a person made it.</summary>
    ImportId? ImportId { get; }

    void MadeBy(ImportId import);
}
