using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure;
using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class ListeningTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("http://127.0.0.1:", "ASPNETCORE_URLS=http://127.0.0.1:0")]
    [InlineData("http://127.0.0.2:", "Urls=http://127.0.0.2:0", "ASPNETCORE_URLS=http://127.0.0.1:0")]
    [InlineData("http://127.0.0.2:", "--urls=http://127.0.0.2:0", "ASPNETCORE_URLS=http://127.0.0.1:0")]
    [InlineData("http://127.0.0.2:", "Kestrel__Endpoints__Web__Url=http://127.0.0.2:0", "ASPNETCORE_URLS=http://127.0.0.1:0")]
    [InlineData("http://localhost:", "ASPNETCORE_HTTP_PORTS=0", "Demo__Enabled=true", "Demo__Samples=net-zero-tracker")]
    public async Task The_program_listens_at_the_address_from_each_ASP_NET_setting_and_links_use_it(
        string address,
        params string[] settings
    )
    {
        var lines = await StartAsync(
            settings,
            line => line.Contains("Overview", StringComparison.Ordinal) || line.Contains("links in mail lead to", StringComparison.Ordinal)
        );
        var link = lines[^1].Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.');
        link.ShouldStartWith(address);
        var port = new Uri(link).Port;
        port.ShouldBeGreaterThan(0);
        lines.ShouldContain(line =>
            line.Contains("Now listening on: http://", StringComparison.Ordinal) && line.EndsWith($":{port}", StringComparison.Ordinal)
        );
        lines.ShouldNotContain(line => line.Contains("EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://localhost:5080/")]
    [InlineData("http://localhost:6000/", "urls=http://localhost:6000")]
    [InlineData("http://127.0.0.1:6000/", "urls=https://127.0.0.1:6001;http://127.0.0.1:6000")]
    [InlineData("https://[::1]:6001/", "urls=https://[::1]:6001")]
    [InlineData("http://localhost:6000/", "urls=http://0.0.0.0:6000", "Demo:Enabled=true")]
    [InlineData("http://localhost:6000/", "urls=http://[::]:6000", "Demo:Enabled=true")]
    [InlineData("http://localhost:6000/", "http_ports=6000", "Demo:Enabled=true")]
    [InlineData("http://localhost:6000/", "urls=http://localhost:6000", "http_ports=8080")]
    [InlineData("http://localhost:6000/", "Kestrel:Endpoints:Web:Url=http://localhost:6000", "urls=http://*:80")]
    [InlineData("http://localhost/", "urls=http://unix:/run/tracker.sock", "Demo:Enabled=true")]
    [InlineData("https://tracker.example.org/", "http_ports=8080", "Tracker:PublicUrl=https://tracker.example.org")]
    public void Links_use_the_address_on_which_the_program_listens_unless_another_is_configured(string address, params string[] settings) =>
        Services(settings).GetRequiredService<PublicUrl>().Address.ToString().ShouldBe(address);

    [Theory]
    [InlineData("Tracker:PublicUrl", "urls=http://0.0.0.0:5080")]
    [InlineData("Tracker:PublicUrl", "urls=http://[::]:5080")]
    [InlineData("Tracker:PublicUrl", "urls=http://+:5080")]
    [InlineData("Tracker:PublicUrl", "urls=http://localhost:5080;http://10.1.2.3:5080")]
    [InlineData("Tracker:PublicUrl", "urls=http://tracker:5080")]
    [InlineData("Tracker:PublicUrl", "http_ports=8080")]
    [InlineData("Tracker:PublicUrl", "https_ports=8443")]
    [InlineData("Tracker:PublicUrl", "Kestrel:Endpoints:Web:Url=http://*:80")]
    [InlineData("Tracker:PublicUrl", "urls=http://unix:/run/tracker.sock")]
    [InlineData("http_ports", "http_ports=eighty")]
    [InlineData("http://127.0.0.1:0", "urls=http://localhost:0")]
    [InlineData("Urls", "urls=nonsense")]
    public void A_program_reachable_from_other_machines_needs_a_public_address(string about, params string[] settings)
    {
        var sentence = Should.Throw<ConfigurationException>(() => Services(settings)).Message;
        sentence.ShouldContain(about);
        sentence.ShouldEndWith(".");
        sentence.ShouldNotContain("\n");
    }

    private static ServiceProvider Services(string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Append("Jobs:Enabled=false").Select(Pair)).Build();
        return new ServiceCollection().AddInfrastructure(configuration).BuildServiceProvider();
    }

    private static KeyValuePair<string, string?> Pair(string setting)
    {
        var end = setting.IndexOf('=', StringComparison.Ordinal);
        return new(setting[..end], setting[(end + 1)..]);
    }

    /// <returns>The output of the program up to the expected line.</returns>
    private static async Task<List<string>> StartAsync(string[] settings, Func<string, bool> isLast)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"))).FullName;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        var others = start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList();
        others.ForEach(name => start.Environment.Remove(name));
        start.Environment["Jobs__Enabled"] = "false";
        foreach (var argument in settings.Where(setting => setting.StartsWith('-')))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings.Where(setting => !setting.StartsWith('-')).Select(Pair))
            start.Environment[name] = value;

        using var program = Process.Start(start)!;
        try
        {
            using var timeout = new CancellationTokenSource(Timeout);
            List<string> lines = [];
            while (await program.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
            {
                lines.Add(line);
                if (isLast(line))
                    return lines;
            }

            throw new InvalidOperationException("The program ended with this output: " + string.Join('\n', lines));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }
}
