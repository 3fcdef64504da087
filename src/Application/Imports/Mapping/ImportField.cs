using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>What the cells of a column are.</summary>
public enum ColumnKind
{
    Text,
    Date,
    Number,
    SdgTarget,
    Country,

    /// <summary>One of a few words, such as a status.</summary>
    Word,
    Email,
    Url,
    Empty,
}

/// <summary>A field of a commitment or its organization that a column can hold.</summary>
/// <param name="Path">As in the items of an import, such as <c>organization.name</c>.</param>
/// <param name="Words">The set of <see cref="KnownWords"/> that its values belong to; null for other fields.</param>
/// <param name="IsRequired">A file that has no column for it needs one value for all rows.</param>
/// <param name="IsList">Whether a cell may hold several.</param>
public sealed record ImportField(
    string Path,
    ColumnKind Kind = ColumnKind.Text,
    string? Words = null,
    bool IsRequired = false,
    bool IsList = false
)
{
    public const int MaxMilestones = 10;

    /// <summary>All fields, the most important first.</summary>
    public static readonly IReadOnlyList<ImportField> All =
    [
        new("title", IsRequired: true),
        new("organization.name", IsRequired: true),
        new("organization.type", ColumnKind.Word, KnownWords.OrganizationTypes, IsRequired: true),
        new("organization.countryCode", ColumnKind.Country, KnownWords.Countries),
        new("dueDate", ColumnKind.Date),
        new("sdgTargets", ColumnKind.SdgTarget, IsList: true),
        new("status", ColumnKind.Word, KnownWords.Statuses),
        new("sourceId"),
        new("description"),
        new("startDate", ColumnKind.Date),
        new("closedOn", ColumnKind.Date),
        new("closingNarrative"),
        new("pillar", ColumnKind.Word, KnownWords.Pillars),
        new("themes", ColumnKind.Word, KnownWords.Themes, IsList: true),
        new("countryCodes", ColumnKind.Country, KnownWords.Countries, IsList: true),
        new("reportingFrequency", ColumnKind.Word, KnownWords.Frequencies),
        new("measure.indicator"),
        new("measure.unit"),
        new("measure.baseline", ColumnKind.Number),
        new("measure.baselineDate", ColumnKind.Date),
        new("measure.target", ColumnKind.Number),
        new("measure.meansOfVerification"),
        new("funding.amount", ColumnKind.Number),
        new("funding.currency", ColumnKind.Word, KnownWords.Currencies),
        new("targetGroup"),
        new("place"),
        new("resources"),
        new("fundingStatus"),
        new("risks"),
        new("statedNeed"),
        new("successorSourceId"),
        new("organization.sourceId"),
        new("organization.timeZone"),
        new("organization.identifier"),
        new("organization.website", ColumnKind.Url),
        .. Enumerable
            .Range(0, MaxMilestones)
            .SelectMany(i =>
                new ImportField[]
                {
                    new($"milestones[{i}].title"),
                    new($"milestones[{i}].dueDate", ColumnKind.Date),
                    new($"milestones[{i}].completedOn", ColumnKind.Date),
                }
            ),
    ];

    private static readonly Dictionary<string, ImportField> ByPath = All.ToDictionary(field => field.Path);

    /// <returns>Null if there is no such field.</returns>
    public static ImportField? Find(string? path) => path is null ? null : ByPath.GetValueOrDefault(path);

    /// <summary>Whether a profile can name this column: it has a heading, without braces.</summary>
    public static bool CanName(string column) =>
        column.Length is > 0 and <= Limits.Title && column.AsSpan().IndexOfAny('{', '}') < 0 && TextRules.IsText(column);
}
