namespace PartnershipTracker.Application.Commitments;

/// <summary>Recognizes the type of a file by its content, regardless of its name.</summary>
public interface IFileTypes
{
    /// <param name="content">A seekable stream.</param>
    /// <returns>Null for a type that is not accepted as evidence.</returns>
    Task<FileType?> FindAsync(Stream content, CancellationToken ct);
}
