namespace PartnershipTracker.Application.Common;

/// <summary>Stores uploaded files outside the database and outside the web root. With several nodes it must be a shared folder.</summary>
public interface IFileStore
{
    /// <summary>Stores a copy in constant memory.</summary>
    /// <returns>The name for <see cref="Open"/>.</returns>
    Task<string> SaveAsync(Stream content, CancellationToken ct);

    /// <summary>Stores a copy under its hash. An existing file with this hash has the same content and is left unchanged.</summary>
    /// <param name="sha256">The hash of the content as 64 hexadecimal digits, lower case; also the name for <see cref="Open"/>.</param>
    Task SaveAsync(string sha256, Stream content, CancellationToken ct);

    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    Stream Open(string name);

    /// <summary>Deletes a file that nothing refers to any more; nothing happens if it does not exist.</summary>
    void Delete(string name);
}
