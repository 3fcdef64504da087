using System.Diagnostics;

namespace PartnershipTracker.TestKit;

/// <summary>Debian's python3 with a calendar library that is not ours.</summary>
public static class Python
{
    /// <summary>Another one may come first on the path, without Debian's libraries.</summary>
    private static readonly string Debians = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static readonly Lazy<bool> HasICalendar = new(() => RunsAsync("import icalendar", "").GetAwaiter().GetResult() is { ExitCode: 0 });

    /// <summary>Why a test that asks another program is left out; in CI none is, and it fails instead.</summary>
    public static string? SkipReason => PostgreSql.IsCi || HasICalendar.Value ? null : "No python3-icalendar (./test installs it).";

    /// <returns>What the program wrote.</returns>
    public static async Task<string> RunAsync(string program, string input)
    {
        var (exitCode, output) = await RunsAsync(program, input);
        exitCode.ShouldBe(0, output);
        return output;
    }

    private static async Task<(int ExitCode, string Output)> RunsAsync(string program, string input)
    {
        var start = new ProcessStartInfo(Debians) { ArgumentList = { "-c", program }, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var python = Process.Start(start)!;
            var (output, error) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
            await python.StandardInput.WriteAsync(input);
            python.StandardInput.Close();
            await python.WaitForExitAsync();
            return (python.ExitCode, await output + await error);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}

/// <summary>A test that asks python3; skipped where its library is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = Python.SkipReason;
}
