using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.WebUtilities;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Api.Dashboard.Commitments;

/// <summary>
/// The filters, the order and the page in the address of the list. The parameters are those of the API. An empty field of the form is not a
/// filter.
/// </summary>
public sealed class Search
{
    public const int PageSize = 25;
    private const string Path = "/commitments";
    private static readonly string[] Filters =
    [
        "q",
        "overdue",
        "endedOverdue",
        "accepted",
        "reportedComplete",
        "status",
        "sector",
        "countryCode",
        "sdgGoal",
        "sdgTarget",
        "pillar",
        "theme",
        "reportingFrequency",
        "organizationId",
        "partnershipId",
        "initiativeId",
        "dialogueId",
        "outcomeId",
        "outcomeStepId",
        "dueFrom",
        "dueTo",
        "moved",
        "timesMovedFrom",
        "daysSlippedFrom",
        "smartLevel",
        "offTrack",
        "reportOverdue",
        "reportDueTo",
        "reportReturnedTo",
        "returned",
        "orphaned",
        "reviewOverdue",
        "reportedCompleteWithoutEvidence",
        "voices",
    ];

    private readonly Dictionary<string, string> _given;

    private Search(Dictionary<string, string> given, ListCommitments query, int from)
    {
        _given = given;
        Query = query;
        From = from;
    }

    public ListCommitments Query { get; }

    /// <summary>The place of the first row of this page in the whole list.</summary>
    public int From { get; }

    /// <summary>The names of the filters in use, in the order of the form.</summary>
    public IEnumerable<string> InUse => Filters.Where(_given.ContainsKey);

    /// <exception cref="ValidationException">At least one value cannot be read. Each of them is named.</exception>
    public static Search Read(IQueryCollection asked)
    {
        var given = asked
            .Where(p => p.Value is [{ } first, ..] && !string.IsNullOrWhiteSpace(first))
            .ToDictionary(p => p.Key, p => p.Value[0]!.Trim(), StringComparer.OrdinalIgnoreCase);
        var errors = new List<ValidationFailure>();
        var query = new ListCommitments
        {
            Q = given.GetValueOrDefault("q"),
            Overdue = Value<bool>("overdue", bool.TryParse),
            EndedOverdue = Value<bool>("endedOverdue", bool.TryParse),
            Accepted = Value<bool>("accepted", bool.TryParse),
            ReportedComplete = Value<bool>("reportedComplete", bool.TryParse),
            Status = Word<CommitmentStatus>("status"),
            Sector = Word<Sector>("sector"),
            CountryCode = given.GetValueOrDefault("countryCode"),
            SdgGoal = Value<int>("sdgGoal", Whole),
            SdgTarget = given.GetValueOrDefault("sdgTarget"),
            Pillar = given.GetValueOrDefault("pillar"),
            Theme = given.GetValueOrDefault("theme"),
            ReportingFrequency = Word<ReportingFrequency>("reportingFrequency"),
            OrganizationId = Value<Guid>("organizationId", Guid.TryParse),
            PartnershipId = Value<Guid>("partnershipId", Guid.TryParse),
            InitiativeId = Value<Guid>("initiativeId", Guid.TryParse),
            DialogueId = Value<Guid>("dialogueId", Guid.TryParse),
            OutcomeId = Value<Guid>("outcomeId", Guid.TryParse),
            OutcomeStepId = Value<Guid>("outcomeStepId", Guid.TryParse),
            DueFrom = Value<DateOnly>("dueFrom", DateRules.TryRead),
            DueTo = Value<DateOnly>("dueTo", DateRules.TryRead),
            Moved = Value<bool>("moved", bool.TryParse),
            TimesMovedFrom = Value<int>("timesMovedFrom", Whole),
            DaysSlippedFrom = Value<int>("daysSlippedFrom", Whole),
            SmartLevel = Word<SmartLevel>("smartLevel"),
            OffTrack = Value<bool>("offTrack", bool.TryParse),
            ReportOverdue = Value<bool>("reportOverdue", bool.TryParse),
            ReportDueTo = Value<DateOnly>("reportDueTo", DateRules.TryRead),
            ReportReturnedTo = Value<Guid>("reportReturnedTo", Guid.TryParse),
            Returned = Value<bool>("returned", bool.TryParse),
            Orphaned = Value<bool>("orphaned", bool.TryParse),
            ReviewOverdue = Value<bool>("reviewOverdue", bool.TryParse),
            ReportedCompleteWithoutEvidence = Value<bool>("reportedCompleteWithoutEvidence", bool.TryParse),
            Voices = Word<VoiceFilter>("voices"),
            Sort = given.GetValueOrDefault("sort"),
            Cursor = given.GetValueOrDefault("cursor"),
            Limit = PageSize,
        };
        var from = Value<int>("from", Whole) ?? 1;
        return errors.Count == 0 ? new Search(given, query, Math.Max(from, 1)) : throw new ValidationException(errors);

        T? Word<T>(string name)
            where T : struct, Enum =>
            Value<T>(
                name,
                (string text, out T value) =>
                    Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            );

        T? Value<T>(string name, Reader<T> read)
            where T : struct
        {
            if (!given.TryGetValue(name, out var text))
                return null;
            if (read(text, out var value))
                return value;
            errors.Add(new ValidationFailure(name, ExpectedValue.OfParameter(typeof(T), text)) { ErrorCode = "request.value" });
            return null;
        }
    }

    /// <summary>The value of a filter, as it is in the address.</summary>
    public string? Given(string name) => _given.GetValueOrDefault(name);

    /// <summary>The address of the first page of the same list with other filters. A filter that is null is removed.</summary>
    public string With(params (string Name, string? Value)[] changes)
    {
        var values = Filters.Append("sort").ToDictionary(name => name, Given);
        foreach (var (name, value) in changes)
            values[name] = value;
        return QueryHelpers.AddQueryString(Path, values.Where(p => p.Value is not null));
    }

    public string Sorted(string? sort) => With(("sort", sort));

    public string After(string cursor, int shown) =>
        With(("cursor", cursor), ("from", (From + shown).ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// For an empty list: which filters can be removed and how many commitments that would give, the highest number first.
    /// </summary>
    public async Task<IReadOnlyList<Hint>> HintsAsync(Func<IReadOnlyList<CommitmentFilter>, Task<IReadOnlyList<int>>> count)
    {
        var names = InUse.Take(6).ToList();
        var counts = await count(names.ConvertAll(Without));
        return [.. names.Zip(counts, (name, found) => new Hint(name, found)).Where(h => h.Count > 0).OrderByDescending(h => h.Count)];
    }

    private CommitmentFilter Without(string name) =>
        Read(
            new QueryCollection(
                _given
                    .Where(p => !p.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                    .ToDictionary(p => p.Key, p => new Microsoft.Extensions.Primitives.StringValues(p.Value))
            )
        ).Query;

    private static bool Whole(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private delegate bool Reader<T>(string text, out T value);
}
