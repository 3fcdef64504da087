using System.Text.RegularExpressions;
using MimeKit;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Documents;

/// <summary>The demonstration on a real port, with its keys and the mails that it has written.</summary>
public sealed partial class DemoInstallation : IAsyncLifetime
{
    public const string Name = "The demonstration of the documents";

    public TrackerHost Host { get; private set; } = null!;

    public string Key => Read("demo-key.txt");

    public string OfficerKey => Read("demo-officer-key.txt");

    public async Task InitializeAsync() =>
        Host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Demo:Enabled"] = "true" },
            onKestrel: true
        );

    public string ReportToken() => InLastMail(ReportLink());

    public string SignInCode() => InLastMail(Code());

    public async Task DisposeAsync() => await Host.DisposeAsync();

    private string Read(string file) => File.ReadAllText(Path.Combine(Host.Folder, file));

    private string InLastMail(Regex pattern) =>
        Directory
            .GetFiles(Host.MailFolder, "*.eml")
            .OrderDescending()
            .Select(file => pattern.Match(MimeMessage.Load(file).TextBody ?? ""))
            .First(match => match.Success)
            .Groups[1]
            .Value;

    [GeneratedRegex(@"/report/([\w-]+)")]
    private static partial Regex ReportLink();

    [GeneratedRegex(@"\b([0-9A-Z]{4}-[0-9A-Z]{4})\b")]
    private static partial Regex Code();
}

/// <summary>One demonstration for all tests of the collection.</summary>
[CollectionDefinition(DemoInstallation.Name)]
public sealed class OneDemoInstallation : ICollectionFixture<DemoInstallation>;
