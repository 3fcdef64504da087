namespace PartnershipTracker.Application.Commitments;

/// <summary>Tells what a file is from its content alone, whatever it is called.</summary>
public interface IFileTypes
{
    /// <param name="content">Can be read again from the start.</param>
    /// <returns>Null for a file that is not taken as evidence.</returns>
    Task<FileType?> FindAsync(Stream content, CancellationToken ct);
}
