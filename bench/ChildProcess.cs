namespace PartnershipTracker.Bench;

/// <summary>
/// This program again in a process of its own, as one of the two servers or for an import whose memory is measured. It answers line by line
/// and ends when its input is closed.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    public const string ProductServer = "bench_http_product";
    public const string PlainServer = "bench_http_plain";
    private const string Import = "bench_import_memory";

    private readonly Process _process;

    private ChildProcess(string child, int commitments)
    {
        var size = commitments.ToString(CultureInfo.InvariantCulture);
        var command = Environment.GetCommandLineArgs();
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [command[0]] : [];
        _process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [.. program, .. command[1..], "--child", child, "--commitments", size])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
    }

    public string Url { get; private set; } = "";

    public static async Task<ChildProcess> StartServerAsync(string server)
    {
        var process = new ChildProcess(server, commitments: 0);
        process.Url = await process.ReadAsync();
        return process;
    }

    /// <summary>What the server has allocated since it started.</summary>
    public async Task<long> AllocatedBytesAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        return long.Parse(await ReadAsync(), CultureInfo.InvariantCulture);
    }

    /// <returns>The peak memory of an import, in MiB.</returns>
    public static async Task<double> ImportMemoryAsync(int rows)
    {
        using var process = new ChildProcess(Import, rows);
        return double.Parse(await process.ReadAsync(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
            _process.Kill();
        _process.Dispose();
    }

    /// <summary>What the child does.</summary>
    public static async Task RunAsync(BenchOptions options, string child)
    {
        var database = new BenchDatabase(options, child);
        switch (child)
        {
            case ProductServer:
                await using (var product = new Product(database, DatabaseGenerator.Now))
                {
                    product.UseKestrel(0);
                    product.StartServer();
                    await ServeAsync(product.ClientOptions.BaseAddress.ToString());
                }

                break;
            case PlainServer:
                await using (var plain = await Bench.PlainServer.StartAsync(database))
                    await ServeAsync(plain.Urls.First());
                break;
            case Import:
                await using (database)
                    await ImportBench.ImportAsync(database, options.Commitments[0], DatabaseGenerator.Now);
                using (var own = Process.GetCurrentProcess())
                    await Console.Out.WriteLineAsync($"{own.PeakWorkingSet64 / 1024d / 1024d:F1}");
                break;
        }
    }

    private static async Task ServeAsync(string url)
    {
        await Console.Out.WriteLineAsync(url.TrimEnd('/'));
        while (await Console.In.ReadLineAsync() is not null)
            await Console.Out.WriteLineAsync(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture));
    }

    private async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The child process has ended.");
}
