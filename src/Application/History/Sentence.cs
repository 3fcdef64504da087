using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Writes an event as sentences. Templates are text resources with placeholders for the facts of the event, such as <c>{dueDate}</c> or
/// <c>{outcome:ClosingOutcome}</c>.
/// </summary>
internal static partial class Sentence
{
    /// <summary>The type of a placeholder for an organization: the event stores its id, and the sentence shows its name.</summary>
    private const string Organization = "Organization";

    /// <summary>The type of a changed field whose values are ids that say nothing to people: the sentence counts them.</summary>
    private const string Count = "Count";

    private static readonly string[] Sides = ["from", "to"];

    /// <summary>The longest value of a changed field that a sentence shows whole, in characters.</summary>
    private const int LongestValue = 200;

    /// <param name="organizations">The names of the organizations in <see cref="OrganizationsIn"/>, by id.</param>
    public static string Of(
        string eventName,
        string by,
        JsonElement data,
        IReadOnlyDictionary<OrganizationId, string> organizations,
        IVocabulary vocabulary
    )
    {
        var sentence = Place()
            .Replace(
                Texts.EventTemplate(TemplateOf(eventName, data)),
                match =>
                {
                    var (name, type) = (match.Groups["name"].Value, match.Groups["type"].Value);
                    if (name == "by")
                        return by;
                    return data.TryGetProperty(name, out var value) ? Readable(value, type, organizations, vocabulary) : "";
                }
            );
        return data.TryGetProperty("changes", out var changes)
            ? changes
                .EnumerateArray()
                .Select(change => ChangeOf(change, organizations, vocabulary))
                .Aggregate(sentence, (all, next) => Texts.Page("sentences", all, next))
            : sentence;
    }

    /// <summary>The organizations that the sentence mentions. Most sentences mention none, so the template is searched first.</summary>
    public static IEnumerable<OrganizationId> OrganizationsIn(string eventName, JsonElement data)
    {
        var template = Texts.EventTemplate(TemplateOf(eventName, data));
        var named = template.Contains($":{Organization}}}", StringComparison.Ordinal)
            ? Place()
                .Matches(template)
                .Where(match => match.Groups["type"].Value == Organization && Has(data, match.Groups["name"].Value))
                .Select(match => new OrganizationId(data.GetProperty(match.Groups["name"].Value).GetGuid()))
            : [];
        return data.TryGetProperty("changes", out var changes)
            ? named.Concat(changes.EnumerateArray().SelectMany(change => OrganizationsOf(change)))
            : named;
    }

    /// <summary>The organizations among the values of a changed field, which can also be words.</summary>
    private static IEnumerable<OrganizationId> OrganizationsOf(JsonElement change)
    {
        if (TypeOf(change.GetProperty("field").GetString()!) != Organization)
            yield break;
        foreach (var side in Sides)
        {
            if (!change.TryGetProperty(side, out var values))
                continue;
            foreach (var value in values.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String))
                if (value.TryGetGuid(out var id))
                    yield return new OrganizationId(id);
        }
    }

    /// <summary>Some events have several sentences; their facts decide which one is used.</summary>
    private static string TemplateOf(string eventName, JsonElement data) =>
        eventName switch
        {
            "progressReported" when Is(data, "reportsCompletion") => "progressReported.reportedComplete",
            "progressReported" when Has(data, "value") => Has(data, "unit") ? "progressReported.value" : "progressReported.value.noUnit",
            "flagRaised" or "flagCleared" when Has(data, "milestoneId") => eventName + ".milestone",
            "flagRaised" or "flagCleared" when Has(data, "outcomeStepId") => eventName + ".outcomeStep",
            "flagRaised" or "flagCleared" when data.GetProperty("kind").GetString() is not ("commitmentOverdue" or "milestoneOverdue") =>
                $"{eventName}.{data.GetProperty("kind").GetString()}",
            "communityEngagementRecorded" or "communityEngagementRemoved" when Has(data, "organizationId") => eventName + ".organization",
            "commitmentAccepted" when Has(data, "reason") => "commitmentAccepted.reason",
            "commitmentDrafted" when Has(data, "initiativeId") => "commitmentDrafted.initiative",
            "commitmentDrafted" when !Has(data, "dueDate") => "commitmentDrafted.noDueDate",
            "commitmentImported" when !Has(data, "dueDate") => "commitmentImported.noDueDate",
            "commitmentImported" when Has(data, "status") => "commitmentImported.status",
            "partnershipProposed" when Has(data, "initiativeId") => "partnershipProposed.initiative",
            "initiativeSupported" or "initiativeSupportWithdrawn" when Has(data, "supportingOrganizationId") => eventName + ".organization",
            "voiceGiven" when Has(data, "stance") => "voiceGiven.stance",
            "voiceReplied" when Is(data, "replaces") => "voiceReplied.replaced",
            "commitmentAssessed" when Has(data, "before") => "commitmentAssessed.before",
            "changeRequestSubmitted" or "changeRequestApproved" or "changeRequestRejected" when KindOf(data) is { } kind =>
                $"{eventName}.{kind}",
            "changeRequestSubmitted" or "changeRequestApproved" when !Has(data, "to") => Has(data, "milestoneTitle")
                ? eventName + ".other.milestone"
                : eventName + ".other",
            "changeRequestSubmitted" or "changeRequestApproved" or "changeRequestRejected" when Has(data, "milestoneTitle") => eventName
                + ".milestone",
            _ => eventName,
        };

    /// <returns>Of a request that is no change: "withdrawal" or "supersession"; null for a change.</returns>
    private static string? KindOf(JsonElement data) =>
        data.TryGetProperty("kind", out var kind) && kind.GetString() is { } name and not "change" ? name : null;

    private static bool Has(JsonElement data, string name) => data.TryGetProperty(name, out _);

    private static bool Is(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string Readable(
        JsonElement value,
        string type,
        IReadOnlyDictionary<OrganizationId, string> organizations,
        IVocabulary vocabulary
    ) =>
        value.ValueKind switch
        {
            JsonValueKind.Array when type == Count => value.GetArrayLength().ToString(CultureInfo.CurrentCulture),
            JsonValueKind.Array => string.Join(
                ", ",
                value.EnumerateArray().Select(item => Readable(item, type, organizations, vocabulary))
            ),
            JsonValueKind.String when type == Organization => value.TryGetGuid(out var id)
                ? organizations.GetValueOrDefault(new OrganizationId(id)) ?? Texts.Event("by.unknownOrganization")
                : value.GetString()!,
            JsonValueKind.String when Enum.TryParse<VocabularyKind>(type, out var kind) => vocabulary.NameOf(kind, value.GetString()!),
            JsonValueKind.String when type.Length > 0 => Texts.FindWord(type, value.GetString()!) ?? value.GetString()!,
            JsonValueKind.String when DateRules.TryRead(value.GetString(), out var day) => Texts.Day(day),
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetDecimal().ToString("#,0.######", CultureInfo.CurrentCulture),
            JsonValueKind.True => Texts.Event("value.yes"),
            JsonValueKind.False => Texts.Event("value.no"),
            _ => "–",
        };

    /// <summary>
    /// One field before and after a change. An empty side is missing in the stored event. Where both sides read the same, because only
    /// their beginning or their number is shown, the sentence says that they differ.
    /// </summary>
    private static string ChangeOf(JsonElement change, IReadOnlyDictionary<OrganizationId, string> organizations, IVocabulary vocabulary)
    {
        var field = change.GetProperty("field").GetString()!;
        if (field == "dropped")
            return Texts.Event("change.dropped");
        var label = Texts.Event($"field.{field}");
        return (Side("from"), Side("to")) switch
        {
            var (from, to) when from == to => Texts.Event("change.hidden", label),
            (null, var to) => Texts.Event("change.added", label, to),
            (var from, null) => Texts.Event("change.removed", label, from),
            var (from, to) => Texts.Event("change", label, from, to),
        };

        string? Side(string name) =>
            change.TryGetProperty(name, out var value) && Readable(value, TypeOf(field), organizations, vocabulary) is { Length: > 0 } text
                ? Shorten(text)
                : null;
    }

    /// <summary>The code list whose names a changed field shows.</summary>
    private static string TypeOf(string field) =>
        field switch
        {
            "contactRole" => nameof(ContactRole),
            "reportingFrequency" => nameof(ReportingFrequency),
            "pillar" or "pillars" => nameof(VocabularyKind.Pillar),
            "themes" => nameof(VocabularyKind.Theme),
            "group" or "groups" => nameof(VocabularyKind.StakeholderGroup),
            "kind" => nameof(OutcomeKind),
            "leads" => Organization,
            "method" => nameof(SegmentMethod),
            "notes" => Count,
            "phase" => nameof(EngagementPhase),
            "level" => nameof(EngagementLevel),
            "result" => nameof(CommunityResult),
            _ => "",
        };

    /// <summary>A sentence shows how a long text begins; the facts of the entry hold all of it.</summary>
    private static string Shorten(string text) => text.Length <= LongestValue ? text : text[..LongestValue].TrimEnd() + "…";

    [GeneratedRegex(@"\{(?<name>[a-zA-Z0-9]+)(:(?<type>[A-Za-z]+))?\}")]
    private static partial Regex Place();
}
