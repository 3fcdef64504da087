using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>Work for rows that are written, or become due, in sets: one text for both databases. {0} is now, in UTC ticks.</summary>
internal static class DeferredSql
{
    /// <param name="table">With the rows that cause it, called t.</param>
    /// <param name="where">Which of them; work that waits already stays as it is.</param>
    /// <param name="lane">A column of t, where there are lanes.</param>
    public static string Insert(DeferredKind kind, string table, string where, string lane = "NULL") => $$"""
        INSERT INTO "DeferredWork" ("Id", "Kind", "SubjectId", "Lane", "Priority", "CreatedAt", "NextTryAt", "Attempts", "Version", "UpdatedAt")
        SELECT uuid7(), '{{kind}}', t."Id", {{lane}}, 0, {0}, 0, 0, 0, {0} FROM "{{table}}" AS t WHERE {{where}}
        ON CONFLICT ("Kind", "SubjectId") DO NOTHING
        """;
}
