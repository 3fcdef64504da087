namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// Holds an SQLite database for one process, by a lock on a file beside it that ends with the process, however it ends. The file itself
/// stays, because another process might already wait for it.
/// </summary>
internal sealed class SqliteLock : IDisposable
{
    private const string Extension = ".lock";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;

    private SqliteLock(FileStream file) => _file = file;

    /// <param name="database">The path of the database file; its folder exists.</param>
    /// <param name="timeout">How long to wait for a process that is about to end.</param>
    /// <returns>Null if another process holds the database.</returns>
    /// <exception cref="UnauthorizedAccessException">Nothing can be written beside the database.</exception>
    /// <exception cref="IOException">As above.</exception>
    public static async Task<SqliteLock?> TakeAsync(string database, TimeSpan timeout, TimeProvider time, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new SqliteLock(new FileStream(database + Extension, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (IsHeld(e))
            {
                if (time.GetElapsedTime(began) >= timeout)
                    return null;
            }

            await Task.Delay(Pause, ct);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.</summary>
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 || (e.HResult & 0xFFFF) == 32;
}
