namespace PartnershipTracker.Bench;

/// <summary>What a change writes, by hand-written SQL and in the caller's transaction.</summary>
internal static class PlainWrites
{
    private static readonly long Now = DatabaseGenerator.Now.UtcTicks;

    /// <param name="country">Of the organization; it stands in where the commitment names none.</param>
    /// <param name="key">The caller's.</param>
    public static async Task InsertAsync(PlainConnection connection, CommitmentDetails c, string country, Guid key)
    {
        await connection.ExecuteAsync(
            $"""
            INSERT INTO "Commitments" ("Id", "PartnershipId", "OrganizationId", "Status", "Title", "TitleKey", "Description", "Pillar",
                "Themes", "SdgTargets", "CountryCodes", "StartDate", "DueDate", "DueDateKey", "OriginalDueDate",
                "DueDateVersion", "DueAt", "ReportingFrequency",
                "Version",
                "DaysSlipped", "TimesMoved", "Measure_Indicator", "Measure_Unit", "Measure_Baseline", "Measure_BaselineDate",
                "Measure_Target", "Measure_MeansOfVerification", "Funding_Amount", "Funding_Currency", "Context_FundingStatus",
                "Context_Place", "Context_Resources", "Context_Risks", "Context_StatedNeed", "Context_TargetGroup", "SmartLevel",
                "SmartScore", "WasAccepted", "UpdatedAt")
            VALUES ({c.Id}, {c.PartnershipId}, {c.OrganizationId}, 'Draft', {c.Title}, {TextKey.Of(c.Title)}, {c.Description},
                {c.Pillar}, {string.Join(',', c.Themes)}, {string.Join(',', c.SdgTargets)},
                {string.Join(',', c.CountryCodes.DefaultIfEmpty(country))}, {c.StartDate}, {c.DueDate}, {c.DueDate}, {c.DueDate}, 0,
                {EndOf(c.DueDate!.Value)},
                {c.ReportingFrequency.ToString()}, 1, 0, 0, {c.Measure?.Indicator}, {c.Measure?.Unit}, {c.Measure?.Baseline},
                {c.Measure?.BaselineDate}, {c.Measure?.Target}, {c.Measure?.MeansOfVerification}, {c.Funding?.Amount},
                {c.Funding?.Currency}, {c.FundingStatus}, {c.Place}, {c.Resources}, {c.Risks}, {c.StatedNeed}, {c.TargetGroup},
                {c.Smart.Level.ToString()}, {c.Smart.Score}, {false}, {Now})
            """
        );
        foreach (var code in c.Themes)
            await connection.ExecuteAsync($"""INSERT INTO "CommitmentThemes" ("CommitmentId", "Code") VALUES ({c.Id}, {code})""");
        foreach (var code in c.SdgTargets)
            await connection.ExecuteAsync(
                $"""
                INSERT INTO "CommitmentTargets" ("CommitmentId", "Code", "Goal")
                VALUES ({c.Id}, {code}, {int.Parse(code.Split('.')[0], CultureInfo.InvariantCulture)})
                """
            );
        foreach (var code in c.CountryCodes.DefaultIfEmpty(country))
            await connection.ExecuteAsync(
                $"""
                INSERT INTO "CommitmentCountries" ("CommitmentId", "Code", "IsStated") VALUES ({c.Id}, {code}, {c.CountryCodes.Count > 0})
                """
            );
        foreach (var m in c.Milestones)
            await connection.ExecuteAsync(
                $"""
                INSERT INTO "Milestones" ("Id", "CommitmentId", "Title", "DueDate", "OriginalDueDate", "DueDateVersion", "Weight", "DueAt",
                    "TimesMoved")
                VALUES ({m.Id}, {c.Id}, {m.Title}, {m.DueDate}, {m.DueDate}, 0, {m.Weight}, {EndOf(m.DueDate)}, 0)
                """
            );
        await AddVersionAsync(connection, c.Id);
        await AddHistoryAsync(connection, c.Id, "commitmentDrafted", new CommitmentDrafted(new(c.Id), c.Title, c.DueDate), key);

        long EndOf(DateOnly day) => DueDay.EndsAt(day, Codes.TimeZone(c.TimeZone)).UtcTicks;
    }

    /// <summary>Keeps how the commitment stands now.</summary>
    public static Task AddVersionAsync(PlainConnection connection, Guid commitment)
    {
        var columns = PlainConnection.Raw(
            """
            "Version", "Status", "OrganizationId", "PartnershipId", "Title", "Pillar", "Themes",
            "SdgTargets", "CountryCodes", "DueDate", "OriginalDueDate", "TimesMoved", "DaysSlipped",
            "ReportedCompleteOn", "AssessedLevel", "ClosedOn", "WasAccepted", "EndedOverdueOn", "SmartScore", "SmartLevel",
            "ReportingFrequency", "OverdueAt", "ReportDueAt", "ReviewDueAt", "OffTrackAt"
            """
        );
        return connection.ExecuteAsync(
            $"""
            INSERT INTO "CommitmentVersions" ("CommitmentId", "ValidFrom", {columns})
            SELECT "Id", {Now}, {columns} FROM "Commitments" WHERE "Id" = {commitment}
            """
        );
    }

    /// <param name="key">Who did it; null is the system.</param>
    public static Task AddHistoryAsync(PlainConnection connection, Guid commitment, string name, IDomainEvent happened, Guid? key = null) =>
        connection.ExecuteAsync(
            $"""
            INSERT INTO "History" ("At", "ActorKind", "ActorId", "Event", "CommitmentId", "OrganizationId", "PartnershipId", "Data")
            SELECT {Now}, {(key is null ? "System" : "ApiKey")}, {key}, {name}, "Id", "OrganizationId", "PartnershipId", {HistoryJson.Write(
                happened
            )}
            FROM "Commitments" WHERE "Id" = {commitment}
            """
        );
}
