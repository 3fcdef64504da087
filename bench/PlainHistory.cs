using System.Data.Common;
using System.Text.Json;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Bench;

/// <summary>The first page, by hand, of what belongs to a commitment: 50 rows and how many there are. Sentences are made by the product's own templates on both sides.</summary>
internal static class PlainHistory
{
    private const int Limit = 50;

    /// <summary>Changes and flags in one order. What was raised and cleared is told by the flag's row.</summary>
    public static async Task<(List<HistoryItem> Items, long Total)> OfCommitmentAsync(DbConnection connection, Guid id, int limit = Limit)
    {
        var total = await connection.ValueAsync<long>("""
            SELECT (SELECT COUNT(*) FROM "History" WHERE "CommitmentId" = @id) + (SELECT COUNT(*) + COUNT("ClearedAt") FROM "Flags" WHERE "CommitmentId" = @id)
            """, ("id", id));
        var rows = await connection.RowsAsync("""
            SELECT * FROM (SELECT "At", 0, "Seq", "ActorKind", "ActorId", "Event", "Data", NULL, NULL, NULL, NULL, NULL, NULL FROM "History" WHERE "CommitmentId" = @id ORDER BY "At" DESC, "Seq" DESC LIMIT @limit)
            UNION ALL
            SELECT f."RaisedAt", 1, f."Seq", 'System', NULL, 'flagRaised', NULL, f."Id", f."Kind", f."MilestoneId", m."Title", f."DueDate", f."ClearedBecause"
            FROM "Flags" f LEFT JOIN "Milestones" m ON m."Id" = f."MilestoneId" WHERE f."CommitmentId" = @id
            UNION ALL
            SELECT f."ClearedAt", 2, f."Seq", 'System', NULL, 'flagCleared', NULL, f."Id", f."Kind", f."MilestoneId", m."Title", f."DueDate", f."ClearedBecause"
            FROM "Flags" f LEFT JOIN "Milestones" m ON m."Id" = f."MilestoneId" WHERE f."CommitmentId" = @id AND f."ClearedAt" IS NOT NULL
            ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT @limit
            """, r => (
                At: Instant(r, 0), Actor: new Actor(r.Enum<ActorKind>(3), r.Nullable<Guid>(4)), Event: r.GetString(5), Data: r.IsDBNull(6) ? FlagData(r) : JsonElement.Parse(r.GetString(6))),
            ("id", id), ("limit", limit));
        var names = await NamesAsync(connection, rows.Select(row => row.Actor));
        return ([.. rows.Select(row => new HistoryItem(row.At, names[row.Actor], row.Event, Sentence.Of(row.Event, names[row.Actor], row.Data), row.Data))], total);
    }

    /// <param name="column">What narrows the history of everything.</param>
    public static async Task<(List<HistoryLine> Items, long Total)> ListAsync(DbConnection connection, string column, Guid id)
    {
        var total = await connection.ValueAsync<long>($"SELECT COUNT(*) FROM \"History\" WHERE \"{column}\" = @id", ("id", id));
        var rows = await connection.RowsAsync($"""
            SELECT "At", "ActorKind", "ActorId", "Event", "Data", "CommitmentId", "PartnershipId", "OrganizationId" FROM "History" WHERE "{column}" = @id ORDER BY "At" DESC, "Seq" DESC LIMIT {Limit}
            """, r => (At: Instant(r, 0), Actor: new Actor(r.Enum<ActorKind>(1), r.Nullable<Guid>(2)), Event: r.GetString(3), Data: JsonElement.Parse(r.GetString(4)),
                Commitment: r.Nullable<Guid>(5), Partnership: r.Nullable<Guid>(6), Organization: r.Nullable<Guid>(7)), ("id", id));
        var names = await NamesAsync(connection, rows.Select(row => row.Actor));
        return ([.. rows.Select(row => new HistoryLine(
            row.At, names[row.Actor], row.Event, Sentence.Of(row.Event, names[row.Actor], row.Data), row.Data, row.Commitment, row.Partnership, row.Organization))], total);
    }

    public static Task<(List<FlagItem> Items, long Total)> FlagsAsync(DbConnection connection, string column, Guid id) => PageAsync(connection, "Flags", $"\"{column}\" = @id", "\"Seq\" DESC", r => new FlagItem
    {
        Id = r.GetGuid(r.GetOrdinal("Id")),
        Kind = r.Enum<FlagKind>(r.GetOrdinal("Kind")),
        CommitmentId = r.GetGuid(r.GetOrdinal("CommitmentId")),
        MilestoneId = r.Nullable<Guid>(r.GetOrdinal("MilestoneId")),
        OrganizationId = r.GetGuid(r.GetOrdinal("OrganizationId")),
        PartnershipId = r.GetGuid(r.GetOrdinal("PartnershipId")),
        DueDate = r.GetFieldValue<DateOnly>(r.GetOrdinal("DueDate")),
        OverdueAt = Instant(r, r.GetOrdinal("OverdueAt")),
        RaisedAt = Instant(r, r.GetOrdinal("RaisedAt")),
        ClearedAt = InstantOrNull(r, r.GetOrdinal("ClearedAt")),
        UpdatedAt = Instant(r, r.GetOrdinal("UpdatedAt")),
        DaysOverdue = (int)((InstantOrNull(r, r.GetOrdinal("ClearedAt")) ?? Generator.Now) - Instant(r, r.GetOrdinal("OverdueAt"))).TotalDays + 1,
        ClearedBecause = r.IsDBNull(r.GetOrdinal("ClearedBecause")) ? null : r.Enum<ClearedBecause>(r.GetOrdinal("ClearedBecause")),
    }, id);

    public static Task<(List<VersionDetails> Items, long Total)> VersionsAsync(DbConnection connection, Guid id) => PageAsync(connection, "CommitmentVersions", "\"CommitmentId\" = @id", "\"ValidFrom\" DESC, \"Seq\" DESC", r => new VersionDetails
    {
        Version = r.Int(r.GetOrdinal("Version")),
        ValidFrom = Instant(r, r.GetOrdinal("ValidFrom")),
        ValidTo = InstantOrNull(r, r.GetOrdinal("ValidTo")),
        Status = r.Enum<CommitmentStatus>(r.GetOrdinal("Status")),
        OrganizationId = r.GetGuid(r.GetOrdinal("OrganizationId")),
        PartnershipId = r.GetGuid(r.GetOrdinal("PartnershipId")),
        Pillar = r.IsDBNull(r.GetOrdinal("Pillar")) ? null : r.Enum<Pillar>(r.GetOrdinal("Pillar")),
        DueDate = r.GetFieldValue<DateOnly>(r.GetOrdinal("DueDate")),
        OriginalDueDate = r.GetFieldValue<DateOnly>(r.GetOrdinal("OriginalDueDate")),
        TimesMoved = r.Int(r.GetOrdinal("TimesMoved")),
        DaysSlipped = r.Int(r.GetOrdinal("DaysSlipped")),
        ReportedCompleteOn = r.Nullable<DateOnly>(r.GetOrdinal("ReportedCompleteOn")),
        AssessedLevel = r.IsDBNull(r.GetOrdinal("AssessedLevel")) ? null : r.Enum<CompletionLevel>(r.GetOrdinal("AssessedLevel")),
        ClosedOn = r.Nullable<DateOnly>(r.GetOrdinal("ClosedOn")),
        SmartScore = r.GetDecimal(r.GetOrdinal("SmartScore")),
        SmartLevel = r.Enum<SmartLevel>(r.GetOrdinal("SmartLevel")),
        ReportingFrequency = r.Enum<ReportingFrequency>(r.GetOrdinal("ReportingFrequency")),
        OverdueAt = InstantOrNull(r, r.GetOrdinal("OverdueAt")),
        ReportDueAt = InstantOrNull(r, r.GetOrdinal("ReportDueAt")),
        ReviewDueAt = InstantOrNull(r, r.GetOrdinal("ReviewDueAt")),
        OffTrackAt = InstantOrNull(r, r.GetOrdinal("OffTrackAt")),
    }, id);

    public static async Task<(List<ProgressReportDetails> Items, long Total)> ReportsAsync(DbConnection connection, Guid id)
    {
        var (reports, total) = await PageAsync(connection, "ProgressReports", "\"CommitmentId\" = @id", "\"Seq\" DESC", r => new ProgressReportDetails
        {
            Id = r.GetGuid(r.GetOrdinal("Id")),
            CommitmentId = r.GetGuid(r.GetOrdinal("CommitmentId")),
            OrganizationId = r.GetGuid(r.GetOrdinal("OrganizationId")),
            AsOf = r.GetFieldValue<DateOnly>(r.GetOrdinal("AsOf")),
            Value = r.Nullable<decimal>(r.GetOrdinal("Value")),
            Narrative = r.GetString(r.GetOrdinal("Narrative")),
            Barriers = r.Text(r.GetOrdinal("Barriers")),
            ReportsCompletion = r.GetBoolean(r.GetOrdinal("ReportsCompletion")),
            Status = r.Enum<ProgressReportStatus>(r.GetOrdinal("Status")),
            SubmittedAt = Instant(r, r.GetOrdinal("SubmittedAt")),
            ReviewDueAt = Instant(r, r.GetOrdinal("ReviewDueAt")),
            DecidedAt = InstantOrNull(r, r.GetOrdinal("DecidedAt")),
            ReviewNote = r.Text(r.GetOrdinal("ReviewNote")),
            UpdatedAt = Instant(r, r.GetOrdinal("UpdatedAt")),
        }, id);
        var evidence = (await connection.RowsAsync($"""
            SELECT "ReportId", "Id", "Title", "Url", "FileName", "ContentType", "Size", "Sha256", "AddedAt", "CheckedAt", "LastCheck", "IsDead" FROM "Evidence"
            WHERE "ReportId" IN ({string.Join(", ", reports.Select((_, i) => $"@r{i}"))}) ORDER BY "Seq"
            """, r => (Report: r.GetGuid(0), Evidence: new EvidenceDetails
            {
                Id = r.GetGuid(1),
                Kind = r.IsDBNull(3) ? EvidenceKind.File : EvidenceKind.Link,
                Title = r.GetString(2),
                Url = r.Text(3),
                FileName = r.Text(4),
                ContentType = r.Text(5),
                Size = r.Nullable<long>(6),
                Sha256 = r.Text(7),
                AddedAt = Instant(r, 8),
                CheckedAt = InstantOrNull(r, 9),
                LastCheck = r.IsDBNull(10) ? null : r.Enum<LinkCheck>(10),
                IsDead = r.GetBoolean(11),
            }), [.. reports.Select((report, i) => ($"r{i}", (object?)report.Id))])).ToLookup(e => e.Report, e => e.Evidence);
        return ([.. reports.Select(report => report with { Evidence = [.. evidence[report.Id]] })], total);
    }

    private static async Task<(List<T> Items, long Total)> PageAsync<T>(DbConnection connection, string table, string where, string order, Func<DbDataReader, T> read, Guid id) => (
        await connection.RowsAsync($"SELECT * FROM \"{table}\" WHERE {where} ORDER BY {order} LIMIT {Limit}", read, ("id", id)),
        await connection.ValueAsync<long>($"SELECT COUNT(*) FROM \"{table}\" WHERE {where}", ("id", id)));

    private static async Task<Dictionary<Actor, string>> NamesAsync(DbConnection connection, IEnumerable<Actor> actors)
    {
        var distinct = actors.Distinct().ToList();
        var keys = distinct.Where(a => a.Kind == ActorKind.ApiKey).Select(a => a.Id!.Value).ToList();
        var found = keys.Count == 0 ? [] : (await connection.RowsAsync($"""
            SELECT k."Id", k."Role", o."Name" FROM "ApiKeys" k LEFT JOIN "Organizations" o ON o."Id" = k."OrganizationId" WHERE k."Id" IN ({string.Join(", ", keys.Select((_, i) => $"@k{i}"))})
            """, r => (Id: r.GetGuid(0), Name: Texts.Event("by.organization", r.GetString(2), r.Enum<Role>(1))), [.. keys.Select((key, i) => ($"k{i}", (object?)key))])).ToDictionary(k => k.Id, k => k.Name);
        return distinct.ToDictionary(actor => actor, actor => actor.Kind == ActorKind.System ? Texts.Event("by.system") : found[actor.Id!.Value]);
    }

    private static JsonElement FlagData(DbDataReader r) => HistoryJson.ToElement(new
    {
        flagId = r.GetGuid(7),
        kind = r.Enum<FlagKind>(8),
        milestoneId = r.Nullable<Guid>(9),
        title = r.Text(10),
        dueDate = r.GetFieldValue<DateOnly>(11),
        because = r.IsDBNull(12) ? (ClearedBecause?)null : r.Enum<ClearedBecause>(12),
    });

    private static DateTimeOffset Instant(DbDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    private static DateTimeOffset? InstantOrNull(DbDataReader reader, int column) => reader.Nullable<long>(column) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
