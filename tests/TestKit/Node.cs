using System.Diagnostics;
using System.Text.RegularExpressions;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.TestKit;

/// <summary>
/// The program as a process of its own, with its jobs running, on the database of a test. It can be frozen, killed and asked to stop.
/// </summary>
public sealed partial class Node : IAsyncDisposable
{
    private readonly Process _process;

    private Node(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <param name="settings">Configuration such as <c>Mail:Mode</c>.</param>
    public static async Task<Node> StartAsync(TestDatabase database, string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = StartInfo(database, folder, settings);
        var process = Process.Start(start)!;
        var listens = new TaskCompletionSource<Uri>();
        var output = new System.Collections.Concurrent.ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                return;
            output.Enqueue(line.Data);
            if (Listening().Match(line.Data) is { Success: true } match)
                listens.TrySetResult(new Uri(match.Groups["address"].Value));
        };
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Until.True(
            "the program listens",
            () => listens.Task.IsCompleted || process.HasExited,
            TimeSpan.FromMinutes(2),
            () => $"It wrote: {string.Join('\n', output)}"
        );
        process.HasExited.ShouldBeFalse(string.Join('\n', output));
        return new Node(process, await listens.Task);
    }

    /// <summary>Runs a command such as <c>audit verify</c> in a process of its own, until it ends.</summary>
    /// <returns>The exit code, and what it wrote to both streams.</returns>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        TestDatabase database,
        string folder,
        IReadOnlyDictionary<string, string> settings,
        params string[] words
    )
    {
        var start = StartInfo(database, folder, settings);
        foreach (var word in words)
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }

    /// <summary>SIGSTOP: the process is paused without noticing it.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task WakeAsync() => SignalAsync("CONT");

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("KILL");
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM.</summary>
    /// <returns>How long it took to end.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        await SignalAsync("TERM");
        await _process.WaitForExitAsync();
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(TestDatabase database, string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Database__Provider"] = database.Provider == DatabaseProvider.Sqlite ? "Sqlite" : "PostgreSql";
        start.Environment["ConnectionStrings__Tracker"] = database.ConnectionString;
        start.Environment["Demo__Enabled"] = "false";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex Listening();
}

/// <summary>A test in which several processes share a database, which only PostgreSQL allows; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSql.SkipReason;
}
