using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Documents;

/// <summary>Runs the commands of docs/api.md in a shell, one block after the other, as a reader does.</summary>
[Collection(DemoInstallation.Name)]
public sealed partial class ApiGuideTests(DemoInstallation demo)
{
    /// <summary>Where curl writes the status of each answer.</summary>
    private const string Statuses = "statuses.txt";

    [ShellFact]
    public async Task The_commands_of_the_guide_to_the_API_work_as_they_stand_there()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "docs", "api.md"));
        var commands = string.Join('\n', Block().Matches(guide).Select(block => block.Groups["commands"].Value))
            .Replace("http://localhost:5080", demo.Host.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("src/Api/data/", demo.Host.Folder + "/", StringComparison.Ordinal);
        var folder = Directory.CreateDirectory(Path.Combine(demo.Host.Folder, "guide")).FullName;
        var script = Path.Combine(folder, "guide.sh");
        await File.WriteAllTextAsync(
            script,
            $$"""
            set -eu -o pipefail
            curl() { command curl -w '%{stderr}%{http_code} %{url}\n%{stdout}' "$@" 2>> {{Statuses}}; }
            {{commands}}
            """
        );

        var output = await RunAsync(script, folder);
        var refused = (await File.ReadAllLinesAsync(Path.Combine(folder, Statuses)))
            .Where(line => int.Parse(line[..3], CultureInfo.InvariantCulture) >= 400)
            .ToList();
        refused.ShouldHaveSingleItem("only the request that shows a refusal").ShouldEndWith("/commitments/score");
        output.ShouldContain("200\n");
        output.ShouldContain("412\n");
    }

    private static async Task<string> RunAsync(string script, string folder)
    {
        using var shell = Process.Start(
            new ProcessStartInfo("bash", [script])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var error = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        shell.ExitCode.ShouldBe(0, $"{output}\n{await error}");
        return output;
    }

    [GeneratedRegex("^```\n(?<commands>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

/// <summary>Skipped where the commands of the guide are missing; in CI it is not skipped but fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellFactAttribute : FactAttribute
{
    /// <summary>A minimal Python has no modules.</summary>
    private const string Check = "command -v curl && python3 -c 'import functools, json'";

    public ShellFactAttribute() =>
        Skip = PostgreSql.IsCi || AreThere() ? null : "bash, curl or Python is missing or not whole (./test installs them).";

    private static bool AreThere()
    {
        try
        {
            using var shell = Process.Start(
                new ProcessStartInfo("bash", ["-c", Check]) { RedirectStandardOutput = true, RedirectStandardError = true }
            )!;
            shell.WaitForExit();
            return shell.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
