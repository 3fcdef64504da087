using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.History;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>Checks whether the rows of the database are consistent with each other.</summary>
internal sealed class Books(TrackerHost host)
{
    private const string OfCommitment = """NOT EXISTS (SELECT 1 FROM "Commitments" c WHERE c."Id" = x."CommitmentId")""";

    /// <summary>What must never exist, and the SQL that finds it.</summary>
    private static readonly (string What, string From)[] Mistakes =
    [
        (
            "commitments without one current version",
            """
            "Commitments" c WHERE 1 <> (SELECT COUNT(*) FROM "CommitmentVersions" v WHERE v."CommitmentId" = c."Id" AND v."ValidTo" IS NULL)
            """
        ),
        (
            "commitments whose current version says something else",
            """
            "Commitments" c JOIN "CommitmentVersions" v ON v."CommitmentId" = c."Id" AND v."ValidTo" IS NULL
            WHERE v."Version" <> c."Version" OR v."Status" <> c."Status" OR v."DueDate" <> c."DueDate"
            OR v."OrganizationId" <> c."OrganizationId"
            """
        ),
        (
            "commitments that moved without history",
            """
            "Commitments" c WHERE c."Version" <> (SELECT COUNT(*) FROM "History" h WHERE h."CommitmentId" = c."Id"
                AND h."Event" NOT LIKE 'reportLink%' AND h."Event" NOT IN ('flagRaised', 'flagCleared', 'recordUpdated'))
            """
        ),
        (
            "partnerships that moved without history",
            """
            "Partnerships" p WHERE p."Version" <>
            (SELECT COUNT(*) FROM "History" h WHERE h."PartnershipId" = p."Id" AND h."CommitmentId" IS NULL)
            """
        ),
        ("milestones of nothing", $"\"Milestones\" x WHERE {OfCommitment}"),
        ("reports of nothing", $"\"ProgressReports\" x WHERE {OfCommitment}"),
        ("changes of nothing", $"\"ChangeRequests\" x WHERE {OfCommitment}"),
        ("payments of nothing", $"\"Payments\" x WHERE {OfCommitment}"),
        (
            "evidence of nothing",
            """
            "Evidence" e WHERE NOT EXISTS (SELECT 1 FROM "ProgressReports" r WHERE r."Id" = e."ReportId")
            """
        ),
        (
            "answers kept without a change",
            """
            "IdempotencyRecords" WHERE "Status" NOT BETWEEN 200 AND 299
            """
        ),
    ];

    /// <summary>Rows that are no data of the callers: refusals are recorded, and the health check writes.</summary>
    private static readonly string[] NotCounted = ["SecurityEvents", "Heartbeats"];

    private string? _sql;

    /// <summary>The number of rows of each table and the sums of versions. Every change of data changes at least one of these.</summary>
    public Task<string> SumAsync() =>
        host.Db(async db =>
        {
            _sql ??= Sum(db);
            return (await db.Database.SqlQueryRaw<string>(_sql).ToListAsync())[0];
        });

    /// <returns>The inconsistencies; empty if there are none.</returns>
    public Task<IReadOnlyList<string>> WrongAsync() =>
        host.Db(async db =>
        {
            var wrong = new List<string>();
            foreach (var (what, from) in Mistakes)
            {
#pragma warning disable EF1003 // The SQL contains only constants.
                var count = (await db.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS \"Value\" FROM " + from).ToListAsync())[0];
#pragma warning restore EF1003
                if (count > 0)
                    wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}"));
            }

            return (IReadOnlyList<string>)wrong;
        });

    public async Task<AuditResult> SealAsync()
    {
        await host.Send(new SealHistory());
        return await host.Send(new VerifyAudit());
    }

    private static string Sum(TrackerDb db)
    {
        var parts = new List<string>();
        foreach (
            var table in db
                .Model.GetEntityTypes()
                .Where(type => type.GetTableName() is { } name && !type.IsOwned() && !NotCounted.Contains(name))
                .DistinctBy(type => type.GetTableName())
                .OrderBy(type => type.GetTableName(), StringComparer.Ordinal)
        )
        {
            var name = table.GetTableName();
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"""'{name} ' || (SELECT COUNT(*) FROM "{name}")"""));
            if (table.FindProperty("Version") is not null)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"""'/' || (SELECT COALESCE(SUM("Version"), 0) FROM "{name}")"""));
        }

        return $"SELECT {string.Join(" || ' ' || ", parts)} AS \"Value\"";
    }
}
