using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnershipTracker.Domain.HealthChecks;

namespace PartnershipTracker.Architecture.Tests;

/// <summary>The words of the health check are kept by version: a round shows what its respondents read.</summary>
public sealed class InstrumentTests
{
    /// <summary>The SHA-256 of the sentences of each version, in the order of the form, one a line.</summary>
    private static readonly string[] Published = ["6aac62759c07afbf447c0e11dde8d96dac37b8139eecba2282e96e9ff53ab63e"];

    [Fact]
    public void The_words_of_a_published_version_never_change() =>
        HealthInstrument
            .Versions.Select(version => string.Join('\n', HealthInstrument.StatementsOf(version).Select(s => Sentence(s, version))))
            .Select(sentences => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sentences))))
            .ShouldBe(Published, "other words are a new version; add its hash here");

    private static string? Sentence(HealthStatement statement, int version) =>
        Solution.Texts("Words").GetString($"HealthStatement.{statement}.{version}.says", CultureInfo.InvariantCulture);
}
