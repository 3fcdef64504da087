using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>Creates valid values from the schema of the document, and from the name of a member if the schema says only "string".</summary>
internal sealed class Sample(Contract contract, Known known, Dice dice)
{
    private const int Deepest = 6;
    private const int OptionalPercent = 45;

    public JsonNode? Of(JsonObject schema, string name = "", int depth = 0)
    {
        var (_, plain) = contract.Resolve(schema);
        if (plain["enum"] is JsonArray words)
            return dice.Of(words.Where(word => word is not null).ToList())!.DeepClone();
        return Contract.TypeOf(plain) switch
        {
            "object" => Object(plain, depth),
            "array" => new JsonArray([
                .. Enumerable.Range(0, 1 + dice.Below(2)).Select(_ => Of(plain["items"] as JsonObject ?? [], name, depth + 1)),
            ]),
            "boolean" => dice.Percent(50),
            "integer" => Number(name),
            "number" => Number(name),
            _ => Text((string?)plain["format"], name),
        };
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        var made = new JsonObject();
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            if (required.Contains(name) || (depth < Deepest && dice.Percent(OptionalPercent)))
                made[name] = Of(property!.AsObject(), name, depth + 1);
        }

        return made;
    }

    private int Number(string name) =>
        name.ToUpperInvariant() switch
        {
            "LIMIT" => 1 + dice.Below(20),
            "SDGGOAL" or "GOAL" => 1 + dice.Below(17),
            "HOUR" => dice.Below(24),
            "DAYOFMONTH" => 1 + dice.Below(28),
            _ => 1 + dice.Below(50),
        };

    private string Text(string? format, string name) =>
        format switch
        {
            "uuid" => Id(name),
            "date" => Day(name),
            "date-time" => "2026-11-0" + (1 + dice.Below(9)).ToString(CultureInfo.InvariantCulture) + "T08:00:00Z",
            _ => name.ToUpperInvariant() switch
            {
                "COUNTRYCODE" or "COUNTRYCODES" => dice.Of(["BD", "CH", "BGD"]),
                "SDGTARGETS" or "SDGTARGET" or "TARGET" => dice.Of(["3.4", "17.16", "3.8"]),
                "CODE" => dice.Of(["3.4", "BD"]),
                "TYPE" => "22",
                "TIMEZONE" => dice.Of(["Asia/Dhaka", "Europe/Zurich", "UTC"]),
                "EMAIL" or "OWNEREMAIL" or "RECIPIENTS" => $"m{dice.Below(1_000_000)}@example.org",
                "URL" or "WEBSITE" => $"https://hooks.example.org/{dice.Below(1_000_000)}",
                "EVIDENCE" => "https://example.org/receipt.pdf",
                "LANGUAGE" => dice.Of(["en", "fr", "ar"]),
                "CURRENCY" => "CHF",
                "EVENTS" => "commitment.accepted",
                "EVENT" => "commitmentDrafted",
                "SORT" => dice.Of(["dueDate", "title", "updatedAt"]),
                "FORMAT" => "csv",
                "PROFILE" => Bodies.ImportProfile,
                "SOURCEID" => $"S-{dice.Below(1_000_000)}",
                "IDENTIFIER" => $"XM-{dice.Below(1_000_000)}",
                "Q" => "people",
                _ => $"Screen {dice.Below(1_000_000)} people, café 健康",
            },
        };

    private string Id(string name) =>
        name.ToUpperInvariant() switch
        {
            "PARTNERSHIPID" => dice.Percent(80) ? known.Home.Partnership.ToString() : known.Id("partnerships", dice),
            "ORGANIZATIONID" => dice.Percent(80) ? known.Home.Organization.ToString() : known.Id("organizations", dice),
            "SUCCESSORID" or "COMMITMENTID" => known.Id("commitments", dice),
            "CONTACTID" => known.Id("contacts", dice),
            "MILESTONEID" => known.Id("milestones", dice),
            "SCHEDULEID" => known.Id("accountability-reports/schedules", dice),
            _ => null,
        } ?? dice.Guid().ToString();

    private string Day(string name) =>
        name.ToUpperInvariant() switch
        {
            "STARTDATE" or "BASELINEDATE" => "2026-01-01",
            "ASOF" or "PAIDON" or "COMPLETEDON" or "CLOSEDON" or "FROM" => "2026-11-"
                + (10 + dice.Below(10)).ToString(CultureInfo.InvariantCulture),
            "NEWDUEDATE" => "2028-01-31",
            "ENDDATE" => "2029-12-31",
            _ => "2027-0" + (1 + dice.Below(6)).ToString(CultureInfo.InvariantCulture) + "-15",
        };
}
