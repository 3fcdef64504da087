namespace PartnershipTracker.Api.FunctionalTests;

/// <summary>Requests as partners send them, in the documented shapes.</summary>
internal static class Bodies
{
    public static object Organization(string name = "Green Delta") =>
        new
        {
            name,
            type = "22",
            countryCode = "BD",
            timeZone = "Asia/Dhaka",
        };

    public static object Contact(string email = "rahima@example.org") =>
        new
        {
            name = "Rahima",
            email,
            role = "focalPoint",
        };

    public static object Key(string role = "reporter") => new { name = "Our system", role };

    public static object Partnership(string name = "Healthy communities") =>
        new
        {
            name,
            summary = "Health services and communities, together.",
            pillars = new[] { "capacityStrengthening" },
            themes = new[] { "nonCommunicableDiseases" },
            countryCodes = new[] { "BD", "CHE" },
            sdgTargets = new[] { "17.16", "3.8" },
            startDate = "2024-01-01",
        };

    public static object Commitment(Guid partnershipId, Guid organizationId) =>
        new
        {
            partnershipId,
            organizationId,
            title = "Screen 5,000 people for high blood pressure",
            description = "In twelve community clinics.",
            pillar = "capacityStrengthening",
            themes = new[] { "nonCommunicableDiseases" },
            sdgTargets = new[] { "3.4" },
            countryCodes = new[] { "BGD" },
            startDate = "2026-01-01",
            dueDate = "2027-06-30",
            measure = new
            {
                indicator = "People screened",
                unit = "people",
                baseline = 0,
                baselineDate = "2026-01-01",
                target = 5000,
                meansOfVerification = "Clinic registers",
            },
            reportingFrequency = "quarterly",
            milestones = new[]
            {
                new
                {
                    title = "First thousand",
                    dueDate = "2026-10-31",
                    weight = 1,
                },
                new
                {
                    title = "Half",
                    dueDate = "2027-01-31",
                    weight = 2,
                },
            },
            funding = new { amount = 120000.50m, currency = "CHF" },
            targetGroup = "Adults over 40",
            place = "Khulna",
            sourceId = (string?)null,
        };

    /// <summary>Like <see cref="Commitment"/>, to replace a draft.</summary>
    public static object Draft(string title = "Screen 6,000 people") =>
        new
        {
            title,
            sdgTargets = new[] { "3.4" },
            dueDate = "2027-06-30",
        };

    public static object Progress(bool reportsCompletion = false) =>
        new
        {
            asOf = "2026-11-20",
            value = 1200.5,
            narrative = "Six clinics have begun.",
            barriers = "Two devices are broken.",
            reportsCompletion,
            evidence = new[] { new { title = "Register of October", url = "https://example.org/register.pdf" } },
        };

    /// <param name="name">The file name that the sender uses.</param>
    public static MultipartFormDataContent Evidence(
        byte[]? content = null,
        string name = "register.txt",
        string? title = null,
        string contentType = "application/octet-stream"
    )
    {
        var file = new ByteArrayContent(content ?? "A register."u8.ToArray()) { Headers = { ContentType = new(contentType) } };
        var form = new MultipartFormDataContent { { file, "file", name } };
        if (title is not null)
            form.Add(new StringContent(title), "title");
        return form;
    }

    public static object Change(string newDueDate = "2027-12-31") =>
        new
        {
            newDueDate,
            reason = "funding",
            explanation = "The second instalment is late.",
        };

    public static object Assessment(string level = "limited") =>
        new
        {
            level,
            narrative = "71 of 120 posts measure.",
            asOf = "2026-11-20",
        };

    public static object Schedule() =>
        new
        {
            name = "Board",
            frequency = "monthly",
            dayOfMonth = 31,
            hour = 8,
            timeZone = "Europe/Zurich",
            recipients = new[] { "board@example.org" },
            language = "en",
        };

    public static object Webhook(string url = "https://hooks.example.org/tracker") =>
        new
        {
            url,
            ownerEmail = "ops@example.org",
            description = "Our data warehouse",
            events = new[] { "commitment.accepted", "flag.raised" },
        };

    /// <summary>A file with one valid row.</summary>
    public static MultipartFormDataContent Import(string csv = "id,name,due\nA-1,Dhaka North,2027\n", string? profile = null) =>
        new() { { new StringContent(csv), "file", "pledges.csv" }, { new StringContent(profile ?? ImportProfile), "profile" } };

    public const string ImportProfile = """
        {
          "partnership": { "name": "Imported pledges", "startDate": "2026-01-01", "sdgTargets": ["13.2"] },
          "organization": { "sourceId": "{id}", "name": "{name}", "type": "11", "countryCode": "BD", "timeZone": "UTC" },
          "commitment": { "sourceId": "{id}", "title": "{name} by {due}", "dueDate": "{due}-12-31", "sdgTargets": ["13.2"] }
        }
        """;

    public static object Initiative() =>
        new
        {
            title = "Peer learning for rural nurses",
            pillar = "capacityStrengthening",
            themes = new[] { "nonCommunicableDiseases" },
            idea = "Nurses teach nurses in monthly sessions.",
            need = "Rural clinics lack training.",
            offer = "A curriculum and two trainers.",
            ask = "Rooms and travel money.",
        };
}
