namespace PartnershipTracker.Bench;

/// <summary>
/// An import file in the product's own format, the same at every run. Of 100 commitments, 2 have become overdue since the last sweep and 12
/// before it, 8 are closed, 3 are drafts, and the others are due later.
/// </summary>
internal sealed class SampleFile
{
    /// <summary>The first organization has these commitments, every other one 20 on average.</summary>
    private const int CommitmentsOfFirst = 200;

    private const string Heading =
        "sourceId,title,status,closedOn,closingNarrative,dueDate,sdgTargets,pillar,countryCodes,reportingFrequency,description,"
        + "indicator,unit,baseline,baselineDate,target,meansOfVerification,milestones,fundingAmount,fundingCurrency,"
        + "organizationSourceId,organization,organizationType,organizationCountryCode,organizationTimeZone,partnership,"
        + "partnershipStartDate,partnershipSdgTargets";

    private static readonly string[] Types = ["10", "11", "22", "22", "21", "24", "30", "40", "60", "70", "70", "80", "90"];
    private static readonly string[] Zones = ["UTC", "Europe/Zurich", "Asia/Dhaka", "America/New_York", "Pacific/Auckland"];
    private static readonly string[] Whom = ["community health workers", "clinics", "schools", "mothers", "households", "nurses"];
    private static readonly string[] Against = ["in palliative care", "with clean water", "against measles", "on diabetes"];
    private static readonly string[] Pillars = ["advocacy", "capacityStrengthening", "knowledgeGenerationAndSharing", ""];
    private static readonly string[] Frequencies = ["none", "monthly", "quarterly", "annual"];

    private readonly Random _random = new(20261121);

    public static async Task WriteAsync(string path, int rows)
    {
        var file = new SampleFile();
        await using var csv = new StreamWriter(path, append: false, new UTF8Encoding(false));
        await csv.WriteLineAsync(Heading);
        for (var i = 0; i < rows; i++)
            await csv.WriteLineAsync(file.Row(i, organization: i < CommitmentsOfFirst ? 0 : file._random.Next(Math.Max(50, rows / 20))));
    }

    private string Row(int i, int organization)
    {
        var (due, status) = (i % 100) switch
        {
            < 2 => (DatabaseGenerator.NewlyDue, "active"),
            < 14 => (Past(), "active"),
            < 17 => (Past(), "completed"),
            < 22 => (Past(), "notCompleted"),
            < 25 => (Future(), "draft"),
            _ => (Future(), "active"),
        };
        var closing = status is "active" or "draft" ? "," : $"{Past():O},As assessed.";
        var number = _random.Next(1, 500) * 100;
        var targets = string.Join(';', Enumerable.Range(i, 1 + (i % 3)).Select(n => SdgTargets.All[n % SdgTargets.All.Count].Code));
        var milestones = string.Join('\n', Enumerable.Range(0, _random.Next(3)).Select(_ => $"{Milestone(due):O} | Interim result"));
        var country = Country(organization);
        return $"GEN-{i},Train {number} {Pick(Whom)} {Pick(Against)} by {due.Year} ({i}),{status},{closing},{due:O},{targets},"
            + $"{Pick(Pillars)},{country},{Pick(Frequencies)},\"What is committed, and to whom: a sentence of about this length.\","
            + $"People reached,people,0,2024-01-01,{number},Register of the ministry,\"{milestones}\",{number * 10},USD,"
            + $"ORG-{organization},Åland Health {organization},{Types[organization % Types.Length]},{country},"
            + $"{Zones[organization % Zones.Length]},Partnership {organization % 20},2016-01-01,17.16";
    }

    /// <summary>Not after the commitment's own date; of 100 milestones, 2 are newly overdue and 10 have been for longer.</summary>
    private DateOnly Milestone(DateOnly last)
    {
        var day = _random.Next(100) switch
        {
            < 2 => DatabaseGenerator.NewlyDue,
            < 12 => Past(),
            _ => Future(),
        };
        return day < last ? day : last;
    }

    /// <summary>A few countries are frequent, many are rare.</summary>
    private static string Country(int organization) =>
        Countries.All[(int)(Countries.All.Count * Math.Pow(organization % 50 / 50d, 3))].Alpha2;

    private DateOnly Past() => Between(2020, 2025);

    private DateOnly Future() => Between(2027, 2045);

    private DateOnly Between(int from, int to) => new(_random.Next(from, to + 1), _random.Next(1, 13), _random.Next(1, 29));

    private string Pick(string[] values) => values[_random.Next(values.Length)];
}
