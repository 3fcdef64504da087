using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Demo;

/// <summary>
/// The files of a sample that is a partnership with all that people did in it (samples/transformative-health/README.md describes them).
/// Organizations, notes, reports and so on are named by keys, people by their email addresses, and days are counted from today.
/// </summary>
internal sealed record SampleFiles(
    SamplePartnership Partnership,
    IReadOnlyList<SampleOrganization> Organizations,
    IReadOnlyList<SamplePerson> People,
    SampleDialogue Dialogue,
    IReadOnlyList<SampleInitiative> Initiatives,
    IReadOnlyList<SampleCommitment> Commitments,
    IReadOnlyList<SampleVoice> Voices,
    SampleEngagement Engagement,
    IReadOnlyList<SampleHealthCheck> HealthChecks
)
{
    private const string PartnershipFile = "partnership.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Whether the sample in this folder is a partnership; others are tables to import.</summary>
    public static bool AreIn(string folder) => File.Exists(Path.Combine(folder, PartnershipFile));

    /// <exception cref="JsonException">A file does not have the form that is described.</exception>
    public static async Task<SampleFiles> ReadAsync(string folder, CancellationToken ct) =>
        new(
            await ReadAsync<SamplePartnership>(folder, PartnershipFile, ct),
            await ReadAsync<IReadOnlyList<SampleOrganization>>(folder, "organizations.json", ct),
            await ReadAsync<IReadOnlyList<SamplePerson>>(folder, "people.json", ct),
            await ReadAsync<SampleDialogue>(folder, "dialogue.json", ct),
            await ReadAsync<IReadOnlyList<SampleInitiative>>(folder, "initiatives.json", ct),
            await ReadAsync<IReadOnlyList<SampleCommitment>>(folder, "commitments.json", ct),
            await ReadAsync<IReadOnlyList<SampleVoice>>(folder, "voices.json", ct),
            await ReadAsync<SampleEngagement>(folder, "engagement.json", ct),
            await ReadAsync<IReadOnlyList<SampleHealthCheck>>(folder, "health-checks.json", ct)
        );

    private static async Task<T> ReadAsync<T>(string folder, string file, CancellationToken ct)
    {
        await using var content = File.OpenRead(Path.Combine(folder, file));
        return await JsonSerializer.DeserializeAsync<T>(content, Options, ct) ?? throw new JsonException($"{file} is empty.");
    }
}

internal sealed record SamplePartnership(
    string Name,
    string Summary,
    int EnteredOn,
    int StartsOn,
    IReadOnlyList<string> Pillars,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> SdgTargets
);

/// <param name="Role">Its role in the partnership.</param>
/// <param name="Contacts">Those who answer the health checks; at least one.</param>
internal sealed record SampleOrganization(
    string Key,
    string Name,
    string Type,
    string Country,
    string TimeZone,
    MemberRole Role,
    IReadOnlyList<SampleContact> Contacts,
    bool IsCommunity = false
);

internal sealed record SampleContact(string Name, string Email, ContactRole Role = ContactRole.FocalPoint);

/// <summary>Somebody with an account.</summary>
/// <param name="Group">The code of a stakeholder group.</param>
internal sealed record SamplePerson(
    string Name,
    string Email,
    Role Role,
    string? Organization = null,
    string? Group = null,
    bool? IsEarlyCareer = null
);
