using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Architecture.Tests;

/// <summary>Keys of texts that the code composes of a name or a value, and the other way round: texts that nothing names.</summary>
public sealed partial class TextKeyTests
{
    private static readonly string[] Pages = ["Dashboard", "ReportLinks", "Reports", "Mail"];

    /// <summary>What the secretariat does with a voice.</summary>
    private static readonly string[] VoiceSteps = ["hide", "restore", "identity"];

    /// <summary>Texts of a number are named without their form.</summary>
    private static readonly string[] Forms = ["", ".other", ".later.other", ".earlier.other"];

    /// <summary>Every place in the sources where a key is composed, with what can stand in it.</summary>
    private static readonly Dictionary<string, IEnumerable<object>> Families = new()
    {
        ["Page age.{}"] = Ages(),
        ["Page age.heading.only.{}"] = Ages(),
        ["Count age.heading.{}"] = Ages(),
        ["Count {}.later"] = LaterOrEarlier(),
        ["Count {}.earlier"] = LaterOrEarlier(),
        ["Page engagement.level.{}"] = Values<EngagementLevel>(),
        ["Page failure.{}"] = Strings("Format", "Failures"),
        ["Page filter.{}"] = [.. Strings("Search", "Filters").Except(Strings("SearchForm", "Hidden")), "sort"],
        ["Page filter.{}.true"] = YesOrNo(),
        ["Page filter.{}.false"] = YesOrNo(),
        ["Page chip.voices.{}"] = Words<VoiceFilter>(),
        ["Page close.outcome.{}"] = ["completed", "partlyCompleted", "notCompleted"],
        ["Page first.{}"] = Steps(),
        ["Page first.{}.what"] = Steps(),
        ["Page link.field.{}"] = Strings("ReportForm", "AllFields"),
        ["Page imports.kind.{}"] = Values<ColumnKind>(),
        ["Page imports.field.{}"] = ImportField
            .All.Select(field => field.Path)
            .Where(path => !path.StartsWith("milestones", StringComparison.Ordinal)),
        ["Page imports.field.milestones.{}"] = ["title", "dueDate", "completedOn"],
        ["Page link.{}"] = Values<SignInLinkState>(),
        ["Page link.{}.heading"] = WithoutPage(),
        ["Page link.{}.next"] = WithoutPage(),
        ["Page link.{}.what"] = [.. WithoutPage(), .. Values<SignInLinkState>()],
        ["Page map.step{}"] = Field<int[]>("OverdueMap", "Steps").Cast<object>(),
        ["Page member.role.{}"] = Values<MemberRole>(),
        ["Page open.{}"] = Values<OpenCommitmentAction>(),
        ["Page partnership.standing.{}"] = Values<PartnershipStatus>(),
        ["Page partnership.{}.blocked"] = ["Complete", "Dissolve"],
        ["Page partnership.{}.button"] = PartnershipSteps(),
        ["Page partnership.{}.heading"] = PartnershipSteps(),
        ["Page partnership.{}.what"] = PartnershipSteps(),
        ["Page problem.{}"] = Problems(),
        ["Page problem.{}.next"] = Problems(),
        ["Page problem.{}.what"] = [401, 404, 500],
        ["Page reports.{}"] = Values<ProgressReportStatus>(),
        ["Page sort.{}"] = Strings("ListCommitmentsValidator", "Sorts"),
        ["Page status.{}"] = Values<CommitmentStatus>(),
        ["Page tools.{}"] = Values<TableFormat>(),
        ["Page voice.{}"] = VoiceSteps,
        ["Page voice.{}.question"] = VoiceSteps,
        ["Page voice.{}.what"] = VoiceSteps,
        ["Page voice.claims.{}"] = Values<VoiceClaimKind>(),
        ["Page voice.claims.none.{}"] = Values<VoiceClaimKind>(),
        ["Page voice.claims.order.{}"] = Values<VoiceClaimKind>(),
        ["Count voice.count.{}"] = Words<VoiceStance>(),
        ["Page voice.invitation.{}"] = Values<VoiceInvitationState>(),
        ["Page voice.link.{}.heading"] = EndedVoiceLinks(),
        ["Page voice.link.{}.what"] = EndedVoiceLinks(),
        ["Page voice.on.{}"] = Values<VoiceClaimKind>(),
        ["Page voice.on.{}.noDay"] = Values<VoiceClaimKind>(),
        ["Page voice.shownAs.{}"] = Words<VoiceShownAs>(),
        ["Event field.{}"] = ChangedFields(),
        ["Error value.{}"] = ["date", "id", "instant", "list", "number", "object", "oneOf", "text", "whole", "yesNo"],
        ["Word ChangeReason.{}.label"] = Values<ChangeReason>(),
        ["Word SmartIngredient.{}{}"] = Values<SmartIngredient>(),
        ["Word template.{}.title"] = Templates(),
        ["Word template.{}.description"] = Templates(),
        ["Word template.{}.indicator"] = Templates(),
        ["Word template.{}.unit"] = Templates(),
        ["Word template.{}.verification"] = Templates(),
        ["Word template.{}"] = TemplateMilestones(),
        ["Word HealthStatement.{}.says"] = PublishedStatements(),
        ["Word rubric.{}"] = Values<SmartLevel>(),
        ["Word setting.{}"] = Settings(),
    };

    [Fact]
    public void Every_composed_key_is_one_of_a_known_family()
    {
        var composed = Composed().ToList();
        composed.Count.ShouldBeGreaterThan(20);
        composed.Where(family => !Families.ContainsKey(family)).MustBeNone("Not in the list of families:");
        Families.Keys.Except(composed).MustBeNone("Composed by nothing any more:");
    }

    [Fact]
    public void Every_key_that_a_family_can_compose_has_a_text()
    {
        ChangedFields().Count().ShouldBeGreaterThan(10);
        LaterOrEarlier().Count().ShouldBeGreaterThan(3);
        Families
            .SelectMany(family => Keys(family.Key, family.Value))
            .Where(key => !Exists(key.Set, key.Key))
            .Select(key => $"{key.Set} {key.Key}")
            .MustBeNone("Without a text:");
    }

    [Fact]
    public void Every_key_that_a_page_or_mail_names_has_a_text()
    {
        var named = Sources().SelectMany(text => Literal().Matches(text).Select(m => m.Groups["key"].Value)).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(300);
        named
            .Where(key =>
                key is not ("tracker.css" or "tracker.js" or "agenda.ics")
                && !IsField(key)
                && !new[] { "Page", "Mail", "Event", "Error", "Word" }.Any(set => Forms.Any(form => Exists(set, key + form)))
            )
            .MustBeNone("Without a text:");
    }

    [Fact]
    public void Every_text_of_a_page_or_mail_is_named_by_something()
    {
        var sources = string.Concat(Solution.Sources().Select(File.ReadAllText));
        var composed = Families.SelectMany(family => Keys(family.Key, family.Value)).Select(key => key.Key).ToHashSet();
        foreach (var set in new[] { "Page", "Mail" })
            TextsOf(set)
                .Select(key => Form().Replace(key, ""))
                .Distinct()
                .Where(key => !composed.Contains(key) && !sources.Contains($"\"{key}\"", StringComparison.Ordinal))
                .MustBeNone($"Named by nothing ({set}):");
    }

    private static IEnumerable<string> Composed() =>
        Solution
            .Sources()
            .Select(File.ReadAllText)
            .SelectMany(text => ComposedKey().Matches(text))
            .SelectMany(m => m.Groups["template"].Captures.Select(c => $"{m.Groups["set"].Value} {Hole().Replace(c.Value, "{}")}"))
            .Distinct();

    /// <summary>A key of two holes is one name, whose first letter is changed.</summary>
    private static IEnumerable<(string Set, string Key)> Keys(string family, IEnumerable<object> values)
    {
        var (set, template) = (family.Split(' ')[0], family.Split(' ')[1].Replace("{}{}", "{}", StringComparison.Ordinal));
        return values.Select(value =>
            (set, template.Replace("{}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal))
        );
    }

    /// <summary>Fields of imports, which stand in the code of their pages.</summary>
    private static bool IsField(string key) =>
        ImportField.Find(key) is not null || key is "past.status" || key.StartsWith("mapping.", StringComparison.Ordinal);

    private static bool Exists(string set, string key) => TextsOf(set).Contains(set == "Count" ? key + ".other" : key);

    private static HashSet<string> TextsOf(string set) => Sets.TryGetValue(set, out var keys) ? keys : Sets[set] = Read(set);

    private static readonly Dictionary<string, HashSet<string>> Sets = [];

    private static HashSet<string> Read(string set)
    {
        var name = set switch
        {
            "Page" or "Count" => "Pages",
            "Mail" => "Mail",
            "Event" => "History",
            "Error" => "Errors",
            _ => "Words",
        };
        var texts = Solution.Texts(name).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        return [.. texts.Cast<System.Collections.DictionaryEntry>().Select(text => (string)text.Key)];
    }

    private static IEnumerable<string> Sources() =>
        Solution
            .Sources()
            .Where(file => Pages.Any(folder => file.Contains($"/src/Api/{folder}/", StringComparison.Ordinal)))
            .Select(File.ReadAllText);

    private static IEnumerable<object> Values<T>()
        where T : struct, Enum => Enum.GetValues<T>().Cast<object>();

    /// <summary>Values as they are written in addresses.</summary>
    private static IEnumerable<object> Words<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static IEnumerable<object> EndedVoiceLinks() => Values<VoiceLinkState>().Except([VoiceLinkState.Open, VoiceLinkState.Given]);

    private static IEnumerable<object> PublishedStatements() =>
        HealthInstrument.Versions.SelectMany(version => HealthInstrument.StatementsOf(version).Select(s => (object)$"{s}.{version}"));

    private static IEnumerable<object> Ages() => Field<int[]>("DueDays", "Years").Cast<object>();

    private static IEnumerable<object> Problems() => Field<int[]>("ProblemPage", "Known").Cast<object>();

    private static IEnumerable<object> YesOrNo() => [.. Strings("SearchForm", "Questions"), "overdue"];

    private static IEnumerable<object> Templates() => CommitmentTemplate.All.Select(template => template.Code);

    private static IEnumerable<object> TemplateMilestones() =>
        CommitmentTemplate.All.SelectMany(t => Enumerable.Range(1, CommitmentTemplate.Milestones).Select(n => $"{t.Code}.milestone.{n}"));

    private static IEnumerable<object> Steps() =>
        typeof(FirstSteps).GetConstructors().Single(c => c.IsPublic).GetParameters().Select(step => (object)step.Name!.ToLowerInvariant());

    private static string[] PartnershipSteps() =>
        Solution.All.SelectMany(assembly => assembly.Types()).Single(t => t.Name == "PartnershipStep").GetEnumNames();

    private static IEnumerable<object> WithoutPage() =>
        Values<LinkLeadsTo>().Except([LinkLeadsTo.Form, LinkLeadsTo.Confirmation, LinkLeadsTo.Receipt]);

    /// <summary>The names of the fields whose changes an event stores.</summary>
    private static IEnumerable<object> ChangedFields() =>
        Solution
            .Sources()
            .Select(File.ReadAllText)
            .SelectMany(text => ChangesOf().Matches(text))
            .SelectMany(m => m.Groups["field"].Captures.Select(c => (object)c.Value))
            .Where(field => field is not "dropped")
            .Distinct();

    /// <summary>The settings in the tables of docs/configuration.md; another test compares them with those that the program has.</summary>
    private static IEnumerable<object> Settings() =>
        File.ReadLines(Path.Combine(Solution.Folder, "docs", "configuration.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => SettingName().Matches(line.Split('|')[1]))
            .Select(m => (object)m.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal))
            .Where(name => !name.ToString()!.StartsWith("Kestrel", StringComparison.Ordinal));

    private static IEnumerable<object> LaterOrEarlier() =>
        Solution
            .Sources()
            .Select(File.ReadAllText)
            .SelectMany(text => LaterOrEarlierKey().Matches(text))
            .Select(m => (object)m.Groups["key"].Value)
            .Distinct();

    private static IEnumerable<object> Strings(string type, string field) => Field<IEnumerable<string>>(type, field);

    private static T Field<T>(string type, string field) =>
        (T)
            Solution
                .All.SelectMany(assembly => assembly.Types())
                .Single(t => t.Name == type)
                .GetField(field, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .ShouldNotBeNull($"{type}.{field}")
                .GetValue(null)!;

    [GeneratedRegex(
        """Texts\.(?<set>Page|Count|Mail|Event|Error|Word)\((?:[^"()]*\? )?\$"(?<template>[^"]+)"(?: : \$"(?<template>[^"]+)")?"""
    )]
    private static partial Regex ComposedKey();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    // Names of fields of a form have dots, too.
    [GeneratedRegex(@"(?<![=$\w.\[]|\b(?:Set|Add|All|Has|File|ErrorOf)\()""(?<key>[a-z][a-zA-Z]*(?:\.[a-zA-Z0-9-]+)+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\.(zero|one|two|few|many|other)$")]
    private static partial Regex Form();

    [GeneratedRegex("""Changes\.Of\((?:\s*\("(?<field>\w+)",(?:[^()]|\([^()]*\))*\),?)+""")]
    private static partial Regex ChangesOf();

    [GeneratedRegex("`(?<name>[A-Za-z]+(__[A-Za-z]+)+)`")]
    private static partial Regex SettingName();

    [GeneratedRegex("""LaterOrEarlier\("(?<key>[^"]+)",""")]
    private static partial Regex LaterOrEarlierKey();
}
