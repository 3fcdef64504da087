using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Maps the columns of any spreadsheet to the fields of the product. A value is a template (<c>"{end_target_year}-12-31"</c>), or an object
/// with <c>value</c>, <c>map</c>, <c>default</c> and <c>split</c>. A template that names an empty cell has an empty result.
/// </summary>
/// <param name="DateFormats">Forms of dates besides 2026-12-31; see <see cref="DateFormat"/>.</param>
/// <param name="DateOrder">Needed where a date fits several of them; such a date is refused without it.</param>
/// <param name="PartialDates">Which day a month, a quarter or a year stands for. For a start date it is always the first.</param>
/// <param name="Empty">Cells that mean nothing, such as N/A; case is ignored.</param>
/// <param name="DecimalMark">How texts write numbers; without it only as 1234.5.</param>
/// <param name="KnownWords">
/// Whether words that a map lacks are understood: names of countries, statuses, types and so on in six languages.
/// </param>
public sealed record ImportProfile(
    PartnershipMapping Partnership,
    OrganizationMapping Organization,
    CommitmentMapping Commitment,
    FileLayout? File = null,
    IReadOnlyList<string>? DateFormats = null,
    DateOrder? DateOrder = null,
    PartialDates PartialDates = PartialDates.LastDay,
    IReadOnlyList<string>? Empty = null,
    DecimalMark? DecimalMark = null,
    bool KnownWords = false
)
{
    public const int MaxLength = 100_000;
    public const int MaxMilestones = Milestone.MaxPerCommitment;
    public const int MaxDateFormats = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new MappedValueConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="ImportProfileException">The text is not JSON, or a field is missing, unknown or of another type.</exception>
    public static ImportProfile Parse(string json)
    {
        var profile = Read(json) ?? throw new ImportProfileException("import.profileEmpty");
        if (NoText(json) is { } at)
            throw new ImportProfileException("import.profileText", at);
        if (profile.Commitment.Milestones is { Count: > MaxMilestones })
            throw new ImportProfileException("import.profileMilestones", MaxMilestones);
        if (profile.DateFormats is { Count: > MaxDateFormats })
            throw new ImportProfileException("import.profileDateFormats", MaxDateFormats);
        if (profile.File?.HeadingRow is < 1 or > FileLayout.MaxHeadingRow)
            throw new ImportProfileException("import.profileHeadingRow", FileLayout.MaxHeadingRow);
        profile.Dates();
        foreach (var milestone in profile.Commitment.Milestones ?? [])
            milestone.MustBeClear();
        return profile;
    }

    /// <summary>All columns that the profile names, without those of milestones.</summary>
    public IEnumerable<string> Columns => Values().SelectMany(value => value.Columns).Distinct();

    private static ImportProfile? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportProfile>(json, Json);
        }
        catch (JsonException e) when (e is not ImportProfileException)
        {
            throw ImportProfileException.Of(e);
        }
    }

    internal DateReader Dates() => new(DateFormats ?? [], DateOrder, PartialDates);

    /// <summary>The partnership that the commitments belong to, as proposed if it does not exist yet.</summary>
    internal ProposePartnership Proposed() =>
        new(
            Partnership.Name,
            Partnership.StartDate,
            Partnership.Summary,
            Partnership.Pillars,
            Partnership.Themes,
            Partnership.CountryCodes,
            Partnership.SdgTargets
        );

    /// <summary>
    /// Finds characters that no database can store but JSON can escape, such as a NUL in a default or in the name of a column.
    /// </summary>
    /// <returns>The position in bytes; null if all values are valid text.</returns>
    private static long? NoText(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !TextRules.IsText(reader.GetString()))
                return reader.TokenStartIndex;
        return null;
    }

    private IEnumerable<MappedValue> Values()
    {
        var (o, c) = (Organization, Commitment);
        IEnumerable<MappedValue?> all =
        [
            o.SourceId,
            o.Name,
            o.Type,
            o.CountryCode,
            o.TimeZone,
            o.Identifier,
            o.Website,
            c.SourceId,
            c.Title,
            c.DueDate,
            c.Description,
            c.Pillar,
            c.StartDate,
            c.ReportingFrequency,
            c.TargetGroup,
            c.Place,
            c.Resources,
            c.FundingStatus,
            c.Risks,
            c.StatedNeed,
            c.Status,
            c.ClosedOn,
            c.ClosingNarrative,
            c.SuccessorSourceId,
            c.Measure?.Indicator,
            c.Measure?.Unit,
            c.Measure?.Baseline,
            c.Measure?.BaselineDate,
            c.Measure?.Target,
            c.Measure?.MeansOfVerification,
            c.Funding?.Amount,
            c.Funding?.Currency,
            c.Progress?.When.Value,
            c.Progress?.AsOf,
            c.Progress?.Narrative,
            c.Progress?.Value,
            c.Progress?.Barriers,
            .. c.SdgTargets ?? [],
            .. c.Themes ?? [],
            .. c.CountryCodes ?? [],
        ];
        return all.OfType<MappedValue>();
    }
}

/// <summary>The partnership that the commitments belong to. It is found by its name; otherwise it is proposed and activated.</summary>
public sealed record PartnershipMapping(
    string Name,
    DateOnly StartDate,
    string? Summary = null,
    IReadOnlyList<string>? SdgTargets = null,
    IReadOnlyList<string>? Pillars = null,
    IReadOnlyList<string>? Themes = null,
    IReadOnlyList<string>? CountryCodes = null,
    Domain.Partnerships.MemberRole MemberRole = Domain.Partnerships.MemberRole.Implementing
);

/// <summary>Organizations are found by their source id, or registered.</summary>
/// <param name="CountryCode">Left out, empty or "unknown" where the country is not known.</param>
/// <param name="TimeZone">If left out, that of the country's capital, or UTC where the country is not known.</param>
/// <param name="SourceId">If left out, the name.</param>
public sealed record OrganizationMapping(
    MappedValue Name,
    MappedValue Type,
    MappedValue? SourceId = null,
    MappedValue? CountryCode = null,
    MappedValue? TimeZone = null,
    MappedValue? Identifier = null,
    MappedValue? Website = null
);

/// <param name="SourceId">If left out, it is made from the organization and the title.</param>
/// <param name="Incomplete">What happens to rows without a due date or SDG target.</param>
/// <param name="Status">Active where it is not mapped.</param>
/// <param name="ClosingNarrative">Why it ended; without it, the status as it is written.</param>
/// <param name="SuccessorSourceId">The source id of the commitment that superseded it.</param>
public sealed record CommitmentMapping(
    MappedValue Title,
    MappedValue? SourceId = null,
    MappedValue? DueDate = null,
    IReadOnlyList<MappedValue>? SdgTargets = null,
    MappedValue? Description = null,
    MappedValue? Pillar = null,
    IReadOnlyList<MappedValue>? Themes = null,
    IReadOnlyList<MappedValue>? CountryCodes = null,
    MappedValue? StartDate = null,
    MeasureMapping? Measure = null,
    MappedValue? ReportingFrequency = null,
    FundingMapping? Funding = null,
    IReadOnlyList<MilestoneMapping>? Milestones = null,
    ProgressMapping? Progress = null,
    MappedValue? TargetGroup = null,
    MappedValue? Place = null,
    MappedValue? Resources = null,
    MappedValue? FundingStatus = null,
    MappedValue? Risks = null,
    MappedValue? StatedNeed = null,
    IncompleteRows Incomplete = IncompleteRows.Refuse,
    MappedValue? Status = null,
    MappedValue? ClosedOn = null,
    MappedValue? ClosingNarrative = null,
    MappedValue? SuccessorSourceId = null
);

public sealed record MeasureMapping(
    MappedValue? Indicator = null,
    MappedValue? Unit = null,
    MappedValue? Baseline = null,
    MappedValue? BaselineDate = null,
    MappedValue? Target = null,
    MappedValue? MeansOfVerification = null
);

public sealed record FundingMapping(MappedValue Amount, MappedValue Currency);

/// <summary>A progress report is created if <see cref="When"/> is true.</summary>
public sealed record ProgressMapping(
    Condition When,
    MappedValue AsOf,
    MappedValue Narrative,
    MappedValue? Value = null,
    MappedValue? Barriers = null,
    bool ReportsCompletion = false
);

/// <summary>True if the value is not empty and, if a prefix is given, begins with it.</summary>
public sealed record Condition(MappedValue Value, string? StartsWith = null)
{
    public bool Holds(Func<string, string> cell) =>
        Value.Of(cell) is { Length: > 0 } text && (StartsWith is null || text.StartsWith(StartsWith, StringComparison.OrdinalIgnoreCase));
}
