namespace PartnershipTracker.Bench;

/// <summary>
/// The two requests that <see cref="HttpBench"/> measures, as a small program on Kestrel and ADO.NET. The key is looked up by its hash, the
/// same conditions are checked, the same rows are written in one transaction, and the same JSON is answered. Its connections stay open.
/// </summary>
internal static class PlainServer
{
    private sealed record Caller(Guid Key, Guid Organization);

    private sealed record Member(
        string Partnership,
        string Status,
        string Name,
        Sector Sector,
        string Zone,
        string Country,
        bool HasContact
    );

    public static async Task<WebApplication> StartAsync(BenchDatabase database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        builder.Services.AddSingleton(_ => new IdleConnections(database));
        var app = builder.Build();
        var connections = app.Services.GetRequiredService<IdleConnections>();
        app.MapGet(
            "/api/v1/commitments",
            (HttpRequest request, Guid organizationId) => WithCallerAsync(request, (c, caller) => ListAsync(c, caller, organizationId))
        );
        app.MapPost(
            "/api/v1/commitments",
            (HttpRequest request, CommitmentDetails body) => WithCallerAsync(request, (c, caller) => CreateAsync(c, caller, body))
        );
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        return app;

        Task<IResult> WithCallerAsync(HttpRequest request, Func<PlainConnection, Caller, Task<IResult>> answer) =>
            connections.UseAsync(async connection =>
            {
                var caller = await CallerAsync(connection, request.Headers["X-Api-Key"].ToString());
                return caller is null ? TypedResults.Unauthorized() : await answer(connection, caller);
            });
    }

    /// <summary>The open connections that no request uses. They are closed with the program.</summary>
    private sealed class IdleConnections(BenchDatabase database) : IAsyncDisposable
    {
        private readonly ConcurrentBag<PlainConnection> _idle = [];

        public async Task<T> UseAsync<T>(Func<PlainConnection, Task<T>> work)
        {
            if (!_idle.TryTake(out var connection))
                connection = await database.OpenAsync();
            try
            {
                return await work(connection);
            }
            finally
            {
                _idle.Add(connection);
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var connection in _idle)
                await connection.DisposeAsync();
        }
    }

    private static async Task<Caller?> CallerAsync(PlainConnection connection, string key)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var today = DateOnly.FromDateTime(DatabaseGenerator.Now.UtcDateTime);
        var found = await connection.QueryAsync<Caller>(
            $"""
            SELECT "Id", "OrganizationId" FROM "ApiKeys"
            WHERE "Hash" = {hash} AND "RevokedAt" IS NULL AND "Role" = 'Officer' AND ("ExpiresOn" IS NULL OR "ExpiresOn" >= {today})
            """
        );
        return found.SingleOrDefault();
    }

    private static async Task<IResult> ListAsync(PlainConnection connection, Caller caller, Guid organization)
    {
        FormattableString visible = $"""
            c."OrganizationId" = {organization} AND (c."OrganizationId" = {caller.Organization}
                OR c."PartnershipId" IN (SELECT "PartnershipId" FROM "Members" WHERE "OrganizationId" = {caller.Organization})
                OR (c."WasAccepted"
                    AND c."PartnershipId" IN (SELECT "Id" FROM "Partnerships" WHERE "IsPublished")))
            """;
        return TypedResults.Ok(await ListBench.PageAsync(connection, visible, isFirst: true));
    }

    private static async Task<IResult> CreateAsync(PlainConnection connection, Caller caller, CommitmentDetails body)
    {
        if (body.Title is not { Length: > 0 and <= 300 } || body.SdgTargets.Count == 0 || body.StartDate > body.DueDate)
            return TypedResults.BadRequest();
        if (body.OrganizationId != caller.Organization)
            return TypedResults.Forbid();
        var members = await connection.QueryAsync<Member>(
            $"""
            SELECT p."Name", p."Status", o."Name", o."Sector", o."TimeZone", o."CountryCode",
                EXISTS (SELECT 1 FROM "Contacts" k WHERE k."OrganizationId" = o."Id")
            FROM "Members" m JOIN "Partnerships" p ON p."Id" = m."PartnershipId" JOIN "Organizations" o ON o."Id" = m."OrganizationId"
            WHERE m."PartnershipId" = {body.PartnershipId} AND m."OrganizationId" = {body.OrganizationId}
            """
        );
        if (members is not [var member] || member.Status is "Completed" or "Dissolved")
            return TypedResults.UnprocessableEntity();

        // The body has the names of the answer, so that only what it does not say is added.
        var drafted = body with
        {
            Id = Guid.CreateVersion7(),
            PartnershipName = member.Partnership,
            OrganizationName = member.Name,
            OrganizationCountryCode = member.Country,
            Sector = member.Sector,
            TimeZone = member.Zone,
            Status = CommitmentStatus.Draft,
            Title = body.Title.Trim(),
            SdgTargets = [.. body.SdgTargets.Select(target => Codes.SdgTarget(target).Code)],
            CountryCodes = [.. body.CountryCodes.Select(country => Codes.Country(country))],
            OriginalDueDate = body.DueDate,
            Milestones = [.. body.Milestones.Select(m => m with { Id = Guid.CreateVersion7(), OriginalDueDate = m.DueDate })],
            UpdatedAt = DatabaseGenerator.Now,
            Version = 1,
            Facts = new CommitmentFacts(null, null, null, null, member.HasContact),
        };
        var commitment = drafted.JudgedAt(DatabaseGenerator.Now);
        await connection.InTransactionAsync(() => PlainWrites.InsertAsync(connection, commitment, member.Country, caller.Key));
        return TypedResults.Created($"/api/v1/commitments/{commitment.Id}", commitment);
    }
}
