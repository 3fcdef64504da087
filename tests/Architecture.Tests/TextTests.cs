using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Architecture.Tests;

public sealed partial class TextTests
{
    /// <summary>Enumerations whose values appear in no sentence and on no page.</summary>
    private static readonly string[] Unnamed =
    [
        "RefusalKind",
        "ActorKind",
        "SdgTargetKind",
        "IncomeGroup",
        "RegionKind",
        "TranslationStatus",
        "UndoStep",
    ];

    [Fact]
    public void Every_refusal_has_a_sentence_that_fits_its_values()
    {
        var refusals = Solution
            .All.SelectMany(a => a.Types())
            .Where(t => t.Name.EndsWith("Errors", StringComparison.Ordinal) && t is { IsAbstract: true, IsSealed: true })
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.ReturnType == typeof(DomainException))
            .ToList();
        refusals.Count.ShouldBeGreaterThan(25);

        refusals
            .Where(m =>
            {
                var refusal = (DomainException)m.Invoke(null, [.. m.GetParameters().Select(p => Sample(p.ParameterType))])!;
                return Texts.FindError(refusal.Code) is null
                    || Texts.Error(refusal.Code, refusal.Args).Contains('{', StringComparison.Ordinal);
            })
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
            .MustBeNone("Without a sentence in Errors.resx:");
    }

    [Fact]
    public void Every_code_that_the_sources_name_has_a_sentence() =>
        Solution
            .Sources()
            .Select(File.ReadAllText)
            .SelectMany(text =>
                Code()
                    .Matches(text)
                    .Select(m => m.Groups["code"].Value)
                    .Concat(NotFound().Matches(text).Select(m => m.Groups["what"].Value + ".notFound"))
            )
            .Where(code => Texts.FindError(code) is null)
            .MustBeNone("Without a sentence in Errors.resx:");

    [Fact]
    public void Every_unknown_code_is_refused_with_a_sentence() =>
        typeof(Codes)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.GetParameters()[0].ParameterType == typeof(string))
            .Select(m =>
                Should
                    .Throw<TargetInvocationException>(() => m.Invoke(null, ["no such code", "field"]))
                    .InnerException.ShouldBeOfType<DomainException>()
            )
            .Where(refusal => Texts.FindError(refusal.Code)?.Contains("{0}", StringComparison.Ordinal) != true)
            .Select(refusal => refusal.Code)
            .MustBeNone("Not refused by its name:");

    [Fact]
    public void Every_value_has_a_name()
    {
        var words = Solution.Texts("Words");
        Solution
            .Domain.Types()
            .Where(t => t.IsEnum && t.IsPublic && !Unnamed.Contains(t.Name))
            .SelectMany(t => Enum.GetNames(t).Select(value => $"{t.Name}.{value}"))
            .Where(key => string.IsNullOrWhiteSpace(words.GetString(key, CultureInfo.InvariantCulture)))
            .MustBeNone("Without a name in Words.resx:");
    }

    [Fact]
    public void Every_event_has_a_sentence()
    {
        var history = Solution.Texts("History");
        Events()
            .Select(t => JsonNamingPolicy.CamelCase.ConvertName(t.Name))
            .Where(name => string.IsNullOrWhiteSpace(history.GetString(name, CultureInfo.InvariantCulture)))
            .MustBeNone("Without a sentence in History.resx:");
    }

    [Fact]
    public void Every_event_can_be_chosen_by_its_meaning() =>
        HistoryEvents.All().Count.ShouldBe(Events().Count(), "each has a text, or this throws");

    [Fact]
    public void Every_event_that_webhooks_send_has_a_name_and_a_sentence()
    {
        var words = Solution.Texts("Words");
        WebhookEvents.Events.Count.ShouldBeGreaterThan(30);
        WebhookEvents.Names.Count.ShouldBe(WebhookEvents.Events.Count + 2, "two events have the same name");
        WebhookEvents.Names.Where(name => !WebhookName().IsMatch(name)).MustBeNone("Not a name of Standard Webhooks:");
        WebhookEvents
            .Names.Append(WebhookEvents.Test)
            .Where(name => string.IsNullOrWhiteSpace(words.GetString("webhookEvent." + name, CultureInfo.InvariantCulture)))
            .MustBeNone("Without a sentence in Words.resx (webhookEvent.…):");
    }

    [Fact]
    public void No_webhook_sends_events_about_people_and_keys() =>
        WebhookEvents
            .Events.Values.Where(type =>
                type.Namespace == typeof(ApiKey).Namespace || type.GetProperties().Any(p => p.PropertyType == typeof(ContactId))
            )
            .Select(type => type.Name)
            .MustBeNone("Not for webhooks:");

    [Fact]
    public void The_sentence_of_an_event_uses_only_facts_of_the_event()
    {
        var history = Solution.Texts("History");
        Events()
            .SelectMany(t =>
            {
                var facts = t.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Append("by").ToHashSet();
                var name = JsonNamingPolicy.CamelCase.ConvertName(t.Name);
                return history
                    .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
                    .Cast<DictionaryEntry>()
                    .Select(text => (Key: (string)text.Key, Value: (string)text.Value!))
                    .Where(text => text.Key == name || text.Key.StartsWith(name + ".", StringComparison.Ordinal))
                    .SelectMany(text =>
                        Place()
                            .Matches(text.Value)
                            .Select(m => m.Groups["name"].Value)
                            .Where(place => !facts.Contains(place))
                            .Select(place => $"{text.Key}: {place}")
                    );
            })
            .MustBeNone("Places that stay empty:");
    }

    [Fact]
    public void Every_sentence_on_a_page_that_the_sources_name_exists()
    {
        var pages = Solution.Texts("Pages");
        var keys = Solution
            .Sources()
            .Select(File.ReadAllText)
            .SelectMany(text => TextCall().Matches(text).Select(m => (Set: m.Groups["set"].Value, Key: m.Groups["key"].Value)))
            .ToList();
        keys.Where(k => k.Set is "Page" && pages.GetString(k.Key, CultureInfo.InvariantCulture) is null)
            .Select(k => k.Key)
            .MustBeNone("Without a text in Pages.resx:");
        var mails = Solution.Texts("Mail");
        keys.Where(k => k.Set is "Mail" && mails.GetString(k.Key, CultureInfo.InvariantCulture) is null)
            .Select(k => k.Key)
            .MustBeNone("Without a text in Mail.resx:");
        var events = Solution.Texts("History");
        keys.Where(k => k.Set is "Event" && events.GetString(k.Key, CultureInfo.InvariantCulture) is null)
            .Select(k => k.Key)
            .MustBeNone("Without a text in History.resx:");
        keys.Where(k => k.Set is "Error" && Texts.FindError(k.Key) is null).Select(k => k.Key).MustBeNone("Without a text in Errors.resx:");
        keys.Where(k => k.Set is "Count" && pages.GetString(k.Key + ".other", CultureInfo.InvariantCulture) is null)
            .Select(k => k.Key)
            .MustBeNone("Without a text in Pages.resx:");
    }

    [Fact]
    public void The_reference_lists_are_complete()
    {
        SdgGoals.All.Count.ShouldBe(17);
        SdgTargets.All.Count.ShouldBe(169);
        Countries.All.Count.ShouldBe(249);
    }

    private static IEnumerable<Type> Events() =>
        Solution.Domain.Types().Where(t => typeof(IDomainEvent).IsAssignableFrom(t) && !t.IsInterface);

    private static object Sample(Type type) =>
        type == typeof(string) ? "sample"
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        : Activator.CreateInstance(type)!;

    [GeneratedRegex(
        """(?:Refused|Conflict|Forbidden|WithText|Remark\.Of|Malformed"""
            + """|Problem)\((?:\d+, )?"(?<code>[a-zA-Z]+\.[a-zA-Z0-9]+)"|"(?<code>(?:import|form|request)\.(?!csv\b)[a-zA-Z0-9]+)"""
    )]
    private static partial Regex Code();

    [GeneratedRegex(@"^[a-zA-Z]+\.[a-zA-Z]+$")]
    private static partial Regex WebhookName();

    [GeneratedRegex("""NotFound\("(?<what>[a-zA-Z]+)"\)""")]
    private static partial Regex NotFound();

    [GeneratedRegex(@"\{(?<name>[a-zA-Z0-9]+)(:[A-Za-z]+)?\}")]
    private static partial Regex Place();

    [GeneratedRegex("""Texts\.(?<set>Page|Count|Mail|Event|Error)\(\s*"(?<key>[a-zA-Z0-9.-]+)"[,)]""")]
    private static partial Regex TextCall();
}
