using System.Reflection;
using System.Text.RegularExpressions;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Architecture.Tests;

public sealed partial class LayerTests
{
    [Fact]
    public void The_domain_uses_only_the_framework() => Uses(Solution.Domain)
        .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not "System")
        .MustBeNone("Domain uses:");

    [Fact]
    public void Dependencies_point_inward()
    {
        Uses(Solution.Application).Where(name => name is "PartnershipTracker.Infrastructure" or "PartnershipTracker.Api").MustBeNone("Application uses:");
        Uses(Solution.Application).Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Hangfire", StringComparison.Ordinal)
            || name.Contains("Sqlite", StringComparison.Ordinal) || name.StartsWith("Npgsql", StringComparison.Ordinal)).MustBeNone("Application uses:");
        Uses(Solution.Infrastructure).Where(name => name == "PartnershipTracker.Api").MustBeNone("Infrastructure uses:");
    }

    /// <summary>Hangfire is checked by file in another test, because the API maps its pages.</summary>
    [Fact]
    public void The_API_uses_no_database_provider() => Uses(Solution.Api)
        .Where(name => name.StartsWith("Npgsql", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase))
        .MustBeNone("Api uses:");

    [Fact]
    public void Use_cases_depend_on_no_file_format_and_no_database()
    {
        Uses(Solution.Application).Where(name => name is "CsvHelper" or "System.IO.Packaging" or "System.IO.Compression" || name.StartsWith("DocumentFormat.OpenXml", StringComparison.Ordinal))
            .MustBeNone("Application uses:");
        Solution.Sources().Where(file => file.Contains("/src/Application/", StringComparison.Ordinal) && File.ReadAllText(file).Contains("PRAGMA", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Solution.Folder, file)).MustBeNone("Depends on one database:");
    }

    [Fact]
    public void Only_the_job_infrastructure_uses_Hangfire() => Solution.Sources()
        .Where(file => File.ReadAllText(file).Contains("using Hangfire", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        .ShouldBe(["CommandJob.cs", "HangfireLog.cs", "HangfireSetup.cs", "JobClock.cs", "JobDashboard.cs", "OneAtATime.cs", "WakeUps.cs"]);

    [Fact]
    public void The_time_comes_only_from_TimeProvider() => Solution.Sources()
        .Where(file => Clock().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Solution.Folder, file))
        .MustBeNone("Time comes from TimeProvider, but these read the system clock:");

    [Fact]
    public void Entities_are_changed_only_by_their_own_methods() => Solution.Domain.Types()
        .Where(t => t.IsSubclassOf(typeof(Entity)))
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod?.IsPublic == true || typeof(System.Collections.IList).IsAssignableFrom(p.PropertyType)).Select(p => $"{t.Name}.{p.Name}"))
        .MustBeNone("Can be changed from outside:");

    /// <summary>What the framework itself calls a service, because the host runs it, may be called so.</summary>
    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Solution.All.SelectMany(a => a.Types())
        .Where(t => Jargon().IsMatch(t.Name) && t.GetInterface("IHostedService") is null).Select(t => t.Name)
        .MustBeNone("Names that say nothing:");

    [Fact]
    public void Every_database_test_class_runs_on_both_databases() => Directory.EnumerateFiles(Path.Combine(Solution.Folder, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText)
        .SelectMany(text => Half().Matches(text).GroupBy(m => m.Groups["what"].Value).Where(g => g.Select(m => m.Groups["on"].Value).Distinct().Count() < 2).Select(g => g.Key))
        .MustBeNone("Runs on one database only:");

    private static IEnumerable<string> Uses(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    [GeneratedRegex(@"DateTime(Offset)?\.(Now|UtcNow|Today)\b|Stopwatch\.|Environment\.TickCount")]
    private static partial Regex Clock();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Util|Service|Impl|Dto)$|^Base[A-Z]")]
    private static partial Regex Jargon();

    [GeneratedRegex(@"public sealed class (?<what>\w+)(?<on>OnSqlite|OnPostgreSql)\b")]
    private static partial Regex Half();
}
