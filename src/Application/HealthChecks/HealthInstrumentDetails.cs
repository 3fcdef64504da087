using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>The questionnaire of the health check, in the reader's language.</summary>
/// <param name="InstrumentVersion">The version whose statements these are.</param>
/// <param name="Versions">All versions, the last of which new rounds are opened with.</param>
/// <param name="MinAnswers">A group is shown if it and all others together have at least so many answers.</param>
/// <param name="Scale">The lowest value first, and last "cannot say", which has no value.</param>
/// <param name="Sources">The public literature that it builds on; its sentences are our own.</param>
public sealed record HealthInstrumentDetails(
    int InstrumentVersion,
    IReadOnlyList<int> Versions,
    string Title,
    int MinAnswers,
    IReadOnlyList<InstrumentStatement> Statements,
    IReadOnlyList<InstrumentRating> Scale,
    IReadOnlyList<string> Sources
)
{
    /// <summary>The keys of the sources, in the order in which they are shown.</summary>
    private static readonly string[] SourceKeys =
    [
        "health.source.sdgGuidebook",
        "health.source.mspGuide",
        "health.source.synergy",
        "health.source.vicHealth",
        "health.source.transformative",
        "health.source.systems",
        "health.source.communities",
        "health.source.iap2",
        "health.source.peopleCentred",
        "health.source.communityBased",
        "health.source.healthEquity",
        "health.source.kfpe",
        "health.source.trustCode",
    ];

    /// <param name="version">The current one if null.</param>
    /// <exception cref="DomainException">There is no such version (not found).</exception>
    public static HealthInstrumentDetails Of(int? version = null)
    {
        var number = version ?? HealthInstrument.CurrentVersion;
        return new HealthInstrumentDetails(
            number,
            HealthInstrument.Versions,
            Texts.Page("health.instrument.title"),
            HealthResults.MinAnswers,
            [.. HealthInstrument.StatementsOf(number).Select(s => new InstrumentStatement(s, Texts.Word(s), Sentence(s, number)))],
            [
                .. HealthInstrument
                    .Scale.Append(HealthRating.CannotSay)
                    .Select(r => new InstrumentRating(r, r == HealthRating.CannotSay ? null : (int)r, Texts.Word(r))),
            ],
            [.. SourceKeys.Select(key => Texts.Page(key))]
        );
    }

    /// <summary>The sentence that respondents agree or disagree with, in the words of a version.</summary>
    public static string Sentence(HealthStatement statement, int version)
    {
        var published = $"{statement}.{version}";
        return Texts.Word($"HealthStatement.{published}.says");
    }
}

/// <param name="Title">What the statement is about.</param>
/// <param name="Says">The sentence that respondents agree or disagree with.</param>
public sealed record InstrumentStatement(HealthStatement Statement, string Title, string Says);

/// <param name="Value">1 to 5; null for "cannot say".</param>
public sealed record InstrumentRating(HealthRating Rating, int? Value, string Title);
