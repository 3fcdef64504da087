using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>
/// Inserts deferred work for many rows in one statement that runs on both databases. {0} is the current time in UTC ticks.
/// </summary>
internal static class DeferredSql
{
    /// <param name="table">The table with the rows that need work, called t in the conditions.</param>
    /// <param name="where">Selects the rows; work that already exists for a row is left as it is.</param>
    /// <param name="lane">A column of t, or NULL for work without lanes.</param>
    public static string Insert(DeferredKind kind, string table, string where, string lane = "NULL") =>
        $$"""
            INSERT INTO "DeferredWork"
                ("Id", "Kind", "SubjectId", "Lane", "Priority", "CreatedAt", "NextTryAt", "Attempts", "Version", "UpdatedAt")
            SELECT uuid7(), '{{kind}}', t."Id", {{lane}}, 0, {0}, 0, 0, 0, {0} FROM "{{table}}" AS t WHERE {{where}}
            ON CONFLICT ("Kind", "SubjectId") DO NOTHING
            """;
}
