namespace PartnershipTracker.Application.Common;

/// <summary>Files people give us, kept outside the database and outside the web root. With several nodes it is a shared folder.</summary>
public interface IFileStore
{
    /// <summary>Keeps a copy; memory stays flat whatever the size.</summary>
    /// <returns>The name under which <see cref="Open"/> finds it.</returns>
    Task<string> SaveAsync(Stream content, CancellationToken ct);

    /// <summary>Keeps a copy under its hash; what is there already is the same and is left.</summary>
    /// <param name="sha256">Of the content: 64 hexadecimal digits, lower case; the name under which <see cref="Open"/> finds it.</param>
    Task SaveAsync(string sha256, Stream content, CancellationToken ct);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    Stream Open(string name);
}
