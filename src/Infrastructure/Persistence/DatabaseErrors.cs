using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>Interprets the error codes of both databases, so that no other class needs to know them.</summary>
public static class DatabaseErrors
{
    /// <summary>SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY.</summary>
    private const int SqliteUnique = 2067,
        SqlitePrimaryKey = 1555;

    private const string IdleInTransaction = "25P03";

    private const int SqliteBusy = 5,
        SqliteLocked = 6;

    /// <summary>SQLITE_BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL and CANTOPEN.</summary>
    private static readonly int[] SqliteUnavailable = [5, 6, 7, 8, 10, 13, 14];

    /// <summary>SQLITE_BUSY, LOCKED, NOMEM, IOERR, FULL and CANTOPEN.</summary>
    private static readonly int[] SqliteTransient = [5, 6, 7, 10, 13, 14];

    /// <summary>SQLITE_READONLY, IOERR, CORRUPT, FULL, CANTOPEN and NOTADB.</summary>
    private static readonly int[] SqliteUnusable = [8, 10, 11, 13, 14, 26];

    /// <returns>Whether another save came between reading and saving, detected by the version or by PostgreSQL itself.</returns>
    public static bool IsConflict(Exception exception) =>
        Causes(exception)
            .Any(cause =>
                cause
                    is DbUpdateConcurrencyException
                        or PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
            );

    /// <returns>Whether a row with the same unique value exists already.</returns>
    public static bool IsUniqueViolation(Exception exception) =>
        Causes(exception)
            .Any(cause =>
                cause
                    is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
                        or SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey }
            );

    /// <returns>Whether the database cannot be reached or does nothing at the moment, whatever is asked of it.</returns>
    public static bool IsUnavailable(Exception exception) =>
        Causes(exception)
            .Any(cause =>
                cause switch
                {
                    SqliteException sqlite => SqliteUnavailable.Contains(sqlite.SqliteErrorCode),

                    // Class 08 is a broken connection, 53 a lack of resources, 57P an operator's action such as a restart.
                    PostgresException postgres => postgres.SqlState[..2] is "08" or "53"
                        || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal)
                        || postgres.SqlState == PostgresErrorCodes.InvalidCatalogName,
                    NpgsqlException => true,
                    _ => false,
                }
            );

    /// <returns>Whether the same operation may succeed later: after a conflict with others or a temporary failure of the
    /// database.</returns>
    public static bool IsTransient(Exception exception) =>
        Causes(exception)
            .Any(cause =>
                cause switch
                {
                    DbUpdateConcurrencyException => true,
                    SqliteException sqlite => SqliteTransient.Contains(sqlite.SqliteErrorCode),

                    // Includes conflicts with others (class 40), lack of resources (53), actions of an operator (57), and a transaction
                    // that waited too long for this process.
                    PostgresException postgres => postgres.IsTransient
                        || postgres.SqlState[..2] is "40" or "53" or "57"
                        || postgres.SqlState == IdleInTransaction,
                    NpgsqlException => true,
                    _ => false,
                }
            );

    /// <returns>Whether the database works, but others held a lock for too long.</returns>
    public static bool IsBusy(Exception exception) =>
        Causes(exception)
            .Any(cause =>
                cause
                    is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked }
                        or PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled }
                        or NpgsqlException { InnerException: TimeoutException }
            );

    /// <returns>Why the database cannot be used at all, in the words of its driver: it does not answer, or its file or disk cannot be read
    /// or written. Null for every other exception.</returns>
    public static string? WhyUnusable(Exception exception) =>
        Causes(exception)
            .FirstOrDefault(cause =>
                cause switch
                {
                    SqliteException sqlite => SqliteUnusable.Contains(sqlite.SqliteErrorCode),

                    // A refused login (28), an unknown database (3D), no permission, lack of resources (53), a server that starts or stops
                    // (57).
                    PostgresException postgres => postgres.SqlState
                        is PostgresErrorCodes.InsufficientPrivilege
                            or PostgresErrorCodes.ReadOnlySqlTransaction
                        || postgres.SqlState[..2] is "28" or "3D" or "53" or "57",
                    NpgsqlException => true,
                    _ => false,
                }
            )
            ?.Message.ReplaceLineEndings(" ");

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
