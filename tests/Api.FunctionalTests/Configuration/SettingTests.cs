using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Configuration;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Configuration;

public sealed partial class SettingTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    private static readonly string[] OfTheFramework = ["Kestrel:Endpoints"];

    private readonly TrackerHost _host = fixture.Host;

    [Fact]
    public async Task The_list_shows_what_is_in_effect_and_what_it_means()
    {
        var answer = (await _host.Client().Get("/api/v1/settings")).MustBe(200);
        var byKey = answer.Items.ToDictionary(s => s.GetProperty("key").GetString()!);
        var review = byKey["Rules:ReviewDays"];
        (review.GetProperty("value").GetString(), review.GetProperty("unit").GetString()).ShouldBe(("14", "days"));
        review.GetProperty("isSet").GetBoolean().ShouldBeFalse();
        var margin = byKey["Rules:OffTrackMargin"];
        (margin.GetProperty("value").GetString(), margin.GetProperty("default").GetString()).ShouldBe(("100", "20"));
        margin.GetProperty("isSet").GetBoolean().ShouldBeTrue();
        byKey["Mail:Smtp:Port"].GetProperty("variable").GetString().ShouldBe("Mail__Smtp__Port");
        byKey.Values.ShouldAllBe(s => s.GetProperty("meaning").GetString()!.EndsWith('.'));
    }

    [Fact]
    public async Task A_secret_is_never_shown()
    {
        var answer = (await _host.Client().Get("/api/v1/settings")).MustBe(200);
        answer.Text.ShouldNotContain(TrackerHost.BootstrapKey);
        answer.Text.ShouldNotContain(_host.ConnectionString);
        foreach (var key in new[] { "Bootstrap:ApiKey", "ConnectionStrings:Tracker", "Mail:Smtp:Password" })
        {
            var secret = answer.Items.Single(s => s.GetProperty("key").GetString() == key);
            secret.GetProperty("isSecret").GetBoolean().ShouldBeTrue();
            secret.GetProperty("value").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        }

        Settings.Where(s => SecretName().IsMatch(s.Key)).ShouldAllBe(s => s.IsSecret);
    }

    [Fact]
    public void The_list_is_that_of_the_documentation()
    {
        Documented.Keys.Except(Settings.Select(s => s.Key)).Except(OfTheFramework).ShouldBeEmpty("documented, but not in the list");
        Settings.Select(s => s.Key).Except(Documented.Keys).ShouldBeEmpty("not in docs/configuration.md");
    }

    /// <summary>Defaults that the documentation describes in words are not compared.</summary>
    [Fact]
    public void The_documentation_names_the_defaults() =>
        Settings
            .Where(s => s.Default is { } value && !Documented[s.Key].Contains(value, StringComparison.Ordinal))
            .Select(s => $"{s.Key}: {s.Default}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_number_has_a_unit_except_a_port() =>
        Settings
            .Where(s => s is { Unit: null, Default: { } value } && int.TryParse(value, out _))
            .Select(s => s.Key)
            .ShouldBe(["Mail:Smtp:Port"]);

    private IReadOnlyList<Setting> Settings => _host.Services.GetRequiredService<ISettings>().All;

    /// <summary>The rows of the tables by the settings they name.</summary>
    private static Dictionary<string, string> Documented { get; } =
        File.ReadLines(Path.Combine(Repository.Folder, "docs", "configuration.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Name().Matches(line.Split('|')[1]).Select(m => (Key: m.Groups["name"].Value, Line: line)))
            .ToDictionary(row => row.Key.Replace("__", ":", StringComparison.Ordinal), row => row.Line);

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(__[A-Z][A-Za-z]+)+)`")]
    private static partial Regex Name();

    [GeneratedRegex("(Password|Secret|Token|ApiKey)$|^ConnectionStrings")]
    private static partial Regex SecretName();
}
