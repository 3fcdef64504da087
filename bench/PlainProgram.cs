using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Bench;

/// <summary>
/// The two requests that <see cref="HttpBench"/> measures, as a small program on Kestrel and ADO.NET: the key is looked up by its hash, the same is checked, the
/// same rows are written in one transaction with history and version, the same JSON is answered. Its connections stay open.
/// </summary>
internal static class PlainProgram
{
    private sealed record Body : CommitmentDraft
    {
        public required Guid PartnershipId { get; init; }

        public required Guid OrganizationId { get; init; }

        public string? SourceId { get; init; }
    }

    private sealed record Caller(Guid KeyId, Guid OrganizationId);

    private static readonly DateTimeOffset Now = Generator.Now;

    public static async Task<WebApplication> StartAsync(Store store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        var app = builder.Build();
        var idle = new ConcurrentBag<DbConnection>();
        app.MapGet("/api/v1/commitments", (HttpRequest request, Guid organizationId, int limit) => WithAsync(request, (connection, caller) => ListAsync(connection, caller, organizationId, limit)));
        app.MapPost("/api/v1/commitments", (HttpRequest request, HttpResponse response, Body body) => WithAsync(request, (connection, caller) => CreateAsync(connection, caller, body, response)));
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        return app;

        async Task<IResult> WithAsync(HttpRequest request, Func<DbConnection, Caller, Task<IResult>> answer)
        {
            if (!idle.TryTake(out var connection)) connection = await store.OpenAsync();
            try
            {
                return await CallerAsync(connection, request) is { } caller ? await answer(connection, caller) : TypedResults.Unauthorized();
            }
            finally
            {
                idle.Add(connection);
            }
        }
    }

    private static async Task<Caller?> CallerAsync(DbConnection connection, HttpRequest request)
    {
        if (request.Headers["X-Api-Key"] is not [{ Length: > 0 and <= 500 } key]) return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var found = await connection.RowsAsync("""
            SELECT "Id", "OrganizationId", "ExpiresOn" FROM "ApiKeys" WHERE "Hash" = @hash AND "RevokedAt" IS NULL AND "Role" = 'Officer'
            """, r => (Caller: new Caller(r.GetGuid(0), r.GetGuid(1)), Expires: r.Nullable<DateOnly>(2)), ("hash", hash));
        return found is [var (caller, expires)] && !(expires < DateOnly.FromDateTime(Now.UtcDateTime)) ? caller : null;
    }

    private static async Task<IResult> ListAsync(DbConnection connection, Caller caller, Guid organization, int limit)
    {
        const string where = """
            c."OrganizationId" = @organization AND (c."OrganizationId" = @own OR c."PartnershipId" IN (SELECT "PartnershipId" FROM "Members" WHERE "OrganizationId" = @own)
            OR (c."Status" NOT IN ('Draft', 'Submitted') AND c."PartnershipId" IN (SELECT "Id" FROM "Partnerships" WHERE "IsPublished")))
            """;
        var (items, total) = await ListBench.PlainAsync(connection, where, """c."DueDate", c."Seq" """, isFirst: true, ("organization", organization), ("own", caller.OrganizationId));
        var next = total > limit
            ? new Cursor<DateOnly>(items[^1].DueDate, await connection.ValueAsync<long>("""SELECT "Seq" FROM "Commitments" WHERE "Id" = @id""", ("id", items[^1].Id))).Write()
            : null;
        return TypedResults.Ok(new Page<CommitmentItem>(items, next, (int)total!.Value));
    }

    private static async Task<IResult> CreateAsync(DbConnection connection, Caller caller, Body body, HttpResponse response)
    {
        if (body.Title is not { Length: > 0 and <= 300 } || body.SdgTargets.Count == 0 || body.StartDate > body.DueDate) return TypedResults.BadRequest();
        if (body.OrganizationId != caller.OrganizationId) return TypedResults.Forbid();
        var found = await connection.RowsAsync("""
            SELECT p."Name", p."Status", o."Name", o."Sector", o."TimeZone", o."CountryCode", EXISTS (SELECT 1 FROM "Contacts" k WHERE k."OrganizationId" = o."Id"),
                @source IS NOT NULL AND EXISTS (SELECT 1 FROM "Commitments" c WHERE c."PartnershipId" = p."Id" AND c."SourceId" = @source)
            FROM "Members" m JOIN "Partnerships" p ON p."Id" = m."PartnershipId" JOIN "Organizations" o ON o."Id" = m."OrganizationId"
            WHERE m."PartnershipId" = @partnership AND m."OrganizationId" = @organization
            """, r => (Partnership: r.GetString(0), Status: r.GetString(1), Name: r.GetString(2), Sector: r.Enum<Domain.Reference.Sector>(3), Zone: r.GetString(4), Country: r.GetString(5), HasContact: r.GetBoolean(6), Taken: r.GetBoolean(7)),
            ("partnership", body.PartnershipId), ("organization", body.OrganizationId), ("source", body.SourceId));
        if (found is not [var home] || home.Taken || home.Status is "Completed" or "Dissolved") return TypedResults.UnprocessableEntity();

        var commitment = PlainCommitment.Judged(New(body, home.Partnership, home.Name, home.Sector, home.Zone, home.HasContact), Now);
        await InsertAsync(connection, caller, commitment, home.Country);
        response.Headers.ETag = $"\"{commitment.Version}-{Now:yyyyMMdd}-en\"";
        return TypedResults.Created($"/api/v1/commitments/{commitment.Id}", commitment);
    }

    private static CommitmentDetails New(Body body, string partnership, string name, Domain.Reference.Sector sector, string zone, bool hasContact) => new()
    {
        Id = Guid.CreateVersion7(),
        PartnershipId = body.PartnershipId,
        PartnershipName = partnership,
        OrganizationId = body.OrganizationId,
        OrganizationName = name,
        Sector = sector,
        TimeZone = zone,
        Status = CommitmentStatus.Draft,
        Title = body.Title.Trim(),
        Description = body.Description,
        Pillar = body.Pillar,
        Themes = body.Themes ?? [],
        SdgTargets = [.. body.SdgTargets.Select(t => Codes.SdgTarget(t).Code)],
        CountryCodes = [.. (body.CountryCodes ?? []).Select(c => Codes.Country(c))],
        StartDate = body.StartDate,
        DueDate = body.DueDate,
        OriginalDueDate = body.DueDate,
        Measure = body.Measure is { } m ? new Measure(m.Indicator, m.Unit, m.Baseline, m.BaselineDate, m.Target, m.MeansOfVerification) : null,
        ReportingFrequency = body.ReportingFrequency,
        Funding = body.Funding is { } f ? new Funding(f.Amount, f.Currency) : null,
        TargetGroup = body.TargetGroup,
        Place = body.Place,
        Resources = body.Resources,
        FundingStatus = body.FundingStatus,
        Risks = body.Risks,
        StatedNeed = body.StatedNeed,
        SourceId = body.SourceId,
        Milestones = [.. (body.Milestones ?? []).Select(m => new MilestoneDetails { Id = Guid.CreateVersion7(), Title = m.Title, DueDate = m.DueDate, OriginalDueDate = m.DueDate, Weight = m.Weight })],
        UpdatedAt = Now,
        Version = 1,
        Facts = new CommitmentFacts(null, null, null, null, hasContact),
    };

    private static async Task InsertAsync(DbConnection connection, Caller caller, CommitmentDetails c, string country)
    {
        var zone = Codes.TimeZone(c.TimeZone);
        await using var transaction = await connection.BeginTransactionAsync();
        await DoAsync("""
            INSERT INTO "Commitments" ("Id", "PartnershipId", "OrganizationId", "Status", "Title", "TitleKey", "Description", "Pillar", "Themes", "StartDate", "DueDate", "OriginalDueDate", "DueDateVersion", "DueAt",
                "Measure_Indicator", "Measure_Unit", "Measure_Baseline", "Measure_BaselineDate", "Measure_Target", "Measure_MeansOfVerification", "ReportingFrequency", "Funding_Amount", "Funding_Currency", "SourceId",
                "Context_FundingStatus", "Context_Place", "Context_Resources", "Context_Risks", "Context_StatedNeed", "Context_TargetGroup", "Version", "DaysSlipped", "TimesMoved", "SmartLevel", "SmartScore", "UpdatedAt")
            VALUES (@id, @partnership, @organization, 'Draft', @title, @titleKey, @description, @pillar, @themes, @start, @due, @due, 0, @dueAt,
                @indicator, @unit, @baseline, @baselineDate, @target, @means, @frequency, @amount, @currency, @source, @status, @place, @resources, @risks, @need, @group, 1, 0, 0, @level, @score, @now)
            """, ("now", Now.UtcTicks), ("id", c.Id), ("partnership", c.PartnershipId), ("organization", c.OrganizationId), ("title", c.Title), ("titleKey", TextKey.Of(c.Title)), ("description", c.Description), ("pillar", c.Pillar?.ToString()),
            ("themes", string.Join(',', c.Themes)), ("start", c.StartDate), ("due", c.DueDate), ("dueAt", DueDay.EndsAt(c.DueDate, zone).UtcTicks), ("indicator", c.Measure?.Indicator), ("unit", c.Measure?.Unit),
            ("baseline", c.Measure?.Baseline), ("baselineDate", c.Measure?.BaselineDate), ("target", c.Measure?.Target), ("means", c.Measure?.MeansOfVerification), ("frequency", c.ReportingFrequency.ToString()),
            ("amount", c.Funding?.Amount), ("currency", c.Funding?.Currency), ("source", c.SourceId), ("status", c.FundingStatus), ("place", c.Place), ("resources", c.Resources), ("risks", c.Risks), ("need", c.StatedNeed),
            ("group", c.TargetGroup), ("level", c.Smart.Level.ToString()), ("score", c.Smart.Score));
        foreach (var code in c.SdgTargets)
            await DoAsync("""INSERT INTO "CommitmentTargets" ("CommitmentId", "Code", "Goal") VALUES (@id, @code, @goal)""", ("id", c.Id), ("code", code), ("goal", int.Parse(code.Split('.')[0], CultureInfo.InvariantCulture)));
        foreach (var code in c.CountryCodes.DefaultIfEmpty(country))
            await DoAsync("""INSERT INTO "CommitmentCountries" ("CommitmentId", "Code", "IsStated") VALUES (@id, @code, @stated)""", ("id", c.Id), ("code", code), ("stated", c.CountryCodes.Count > 0));
        foreach (var m in c.Milestones)
        {
            await DoAsync("""
                INSERT INTO "Milestones" ("Id", "CommitmentId", "Title", "DueDate", "OriginalDueDate", "DueDateVersion", "Weight", "DueAt", "TimesMoved") VALUES (@milestone, @id, @title, @due, @due, 0, @weight, @dueAt, 0)
                """, ("milestone", m.Id), ("id", c.Id), ("title", m.Title), ("due", m.DueDate), ("weight", m.Weight), ("dueAt", DueDay.EndsAt(m.DueDate, zone).UtcTicks));
        }

        await DoAsync("""
            INSERT INTO "CommitmentVersions" ("CommitmentId", "Version", "ValidFrom", "Status", "OrganizationId", "PartnershipId", "Pillar", "DueDate", "OriginalDueDate", "TimesMoved", "DaysSlipped", "SmartScore", "SmartLevel", "ReportingFrequency")
            VALUES (@id, 1, @now, 'Draft', @organization, @partnership, @pillar, @due, @due, 0, 0, @score, @level, @frequency)
            """, ("id", c.Id), ("now", Now.UtcTicks), ("organization", c.OrganizationId), ("partnership", c.PartnershipId), ("pillar", c.Pillar?.ToString()), ("due", c.DueDate), ("score", c.Smart.Score), ("level", c.Smart.Level.ToString()),
            ("frequency", c.ReportingFrequency.ToString()));
        await DoAsync("""
            INSERT INTO "History" ("At", "ActorKind", "ActorId", "Event", "CommitmentId", "OrganizationId", "PartnershipId", "Data") VALUES (@now, 'ApiKey', @key, 'commitmentDrafted', @id, @organization, @partnership, @data)
            """, ("now", Now.UtcTicks), ("key", caller.KeyId), ("id", c.Id), ("organization", c.OrganizationId), ("partnership", c.PartnershipId),
            ("data", HistoryJson.Write(new CommitmentDrafted(new CommitmentId(c.Id), c.Title, c.DueDate))));
        await transaction.CommitAsync();

        async Task DoAsync(string sql, params (string Name, object? Value)[] parameters)
        {
            await using var command = connection.Command(sql, parameters);
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync();
        }
    }
}
