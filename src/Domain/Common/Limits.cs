namespace PartnershipTracker.Domain.Common;

/// <summary>
/// The lengths of texts, in characters, and the bounds of numbers that people and systems may send. Validators, tables and imports use the
/// same ones.
/// </summary>
public static class Limits
{
    /// <summary>Titles of commitments, milestones and evidence; names of organizations and partnerships.</summary>
    public const int Title = 300;

    /// <summary>Names of people, API keys, calendars and report schedules.</summary>
    public const int Name = 200;

    /// <summary>Ids and identifiers from other systems.</summary>
    public const int SourceId = 200;

    /// <summary>What is searched for.</summary>
    public const int Search = 200;

    /// <summary>Reasons that are shown in the history.</summary>
    public const int Reason = 2000;

    /// <summary>The reason in the mail with a report link.</summary>
    public const int ReportLinkReason = 1000;

    /// <summary>The reason for which deferred work is cancelled; the description of a webhook.</summary>
    public const int ShortText = 500;

    /// <summary>The parts of a commitment's measure and context.</summary>
    public const int Text = 2000;

    /// <summary>Notes and reasons of reviewers, explanations of change requests, summaries of partnerships.</summary>
    public const int Note = 4000;

    /// <summary>Descriptions of commitments, narratives of reports and assessments.</summary>
    public const int Narrative = 8000;

    public const int Unit = 100;

    public const int Url = 2000;

    /// <summary>The name of a file of evidence, as it is stored.</summary>
    public const int FileName = 150;

    /// <summary>RFC 5321.</summary>
    public const int Email = 254;

    /// <summary>A code as it is sent; no code is this long, but an unknown one is named in the refusal.</summary>
    public const int CodeInput = 20;

    /// <summary>The code of a term of a vocabulary, e.g. of a pillar.</summary>
    public const int VocabularyCode = 60;

    /// <summary>An IANA time zone.</summary>
    public const int TimeZone = 100;

    /// <summary>IATI OrganisationType.</summary>
    public const int OrganizationType = 10;

    /// <summary>A target of the Sustainable Development Goals, e.g. 17.19.</summary>
    public const int SdgTarget = 10;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public const int Country = 2;

    /// <summary>ISO 4217.</summary>
    public const int Currency = 3;

    /// <summary>ISO 639-1.</summary>
    public const int Language = 2;

    /// <summary>The largest amount, value, target or baseline; the smallest is its negative.</summary>
    public const decimal Number = 1_000_000_000_000_000m;

    /// <summary>The number of the last Sustainable Development Goal; the first is 1.</summary>
    public const int MaxSdgGoal = 17;

    /// <summary>How many SDG targets one commitment or partnership may name: all there are.</summary>
    public const int SdgTargets = 169;

    /// <summary>How many countries one commitment or partnership may name.</summary>
    public const int Countries = 250;

    /// <summary>The smallest payment, in its currency.</summary>
    public const decimal MinPayment = 0.01m;

    /// <summary>The share of a supporting organization, in percent.</summary>
    public const decimal MinShare = 0.01m;

    /// <inheritdoc cref="MinShare"/>
    public const decimal MaxShare = 100m;

    /// <summary>The weight of a milestone.</summary>
    public const decimal MinWeight = 0.000001m;

    /// <inheritdoc cref="MinWeight"/>
    public const decimal MaxWeight = 1_000_000m;

    /// <summary>The digits of every smaller number, for messages.</summary>
    public const int NumberDigits = 15;
}
