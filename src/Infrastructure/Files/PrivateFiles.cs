namespace PartnershipTracker.Infrastructure.Files;

/// <summary>
/// Files with secrets or confidential content. On Unix only the program's own user can read them, from the first byte on; on Windows the
/// folder's permissions decide.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Creates the folder and the folders above it where they are missing. The permissions of a folder that exists are not changed.
    /// </summary>
    public static DirectoryInfo CreateFolder(string path)
    {
        var folder = new DirectoryInfo(path);
        if (folder.Exists)
            return folder;
        if (folder.Parent is { } above)
            CreateFolder(above.FullName);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, OwnerFile | UnixFileMode.UserExecute);
    }

    /// <summary>Creates a file to write to.</summary>
    /// <exception cref="IOException">A file of this name exists.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 81920,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        return new FileStream(path, options);
    }
}
