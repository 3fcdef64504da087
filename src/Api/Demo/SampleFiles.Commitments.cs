using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Demo;

/// <summary>What a member proposes, and the answer of the board.</summary>
/// <param name="Decision">Left out while it waits.</param>
internal sealed record SampleInitiative(
    string Key,
    string By,
    int On,
    string Title,
    string Pillar,
    IReadOnlyList<string> Themes,
    string Idea,
    string Need,
    IReadOnlyList<SampleWords> Supports,
    IReadOnlyList<SampleWords> Comments,
    IReadOnlyList<SampleWords> Concerns,
    string? Offer = null,
    string? Ask = null,
    SampleDecision? Decision = null
);

/// <summary>What somebody says or brings.</summary>
/// <param name="Answer">The proposer's answer to a concern.</param>
internal sealed record SampleWords(string By, int On, string Text, string? Answer = null, int? AnsweredOn = null);

internal sealed record SampleDecision(string By, int On, bool Accepts, string Reason);

/// <summary>A commitment that comes of an outcome of the dialogue, of one of its steps, or of an initiative.</summary>
/// <param name="By">The officer who drafts and submits it.</param>
/// <param name="Step">The number of the step of the outcome, from 1.</param>
/// <param name="Accepted">Left out while it awaits a decision.</param>
internal sealed record SampleCommitment(
    string Key,
    string Organization,
    string By,
    int DraftedOn,
    int SubmittedOn,
    SampleTerms Terms,
    string? Outcome = null,
    int? Step = null,
    string? Initiative = null,
    SampleReview? Accepted = null,
    IReadOnlyList<SampleReport>? Reports = null,
    SampleChange? RejectedChange = null,
    IReadOnlyList<SampleAssessment>? Assessments = null,
    SampleClosing? Closed = null
);

internal sealed record SampleTerms(
    string Title,
    string Description,
    string Pillar,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> SdgTargets,
    int StartsOn,
    int DueOn,
    SampleMeasure Measure,
    IReadOnlyList<SampleMilestone> Milestones,
    string TargetGroup,
    string Place,
    string Resources,
    string FundingStatus,
    string Risks,
    string StatedNeed,
    ReportingFrequency ReportingFrequency = ReportingFrequency.None
);

internal sealed record SampleMeasure(
    string Indicator,
    string Unit,
    decimal Baseline,
    int BaselineOn,
    decimal Target,
    string MeansOfVerification
);

internal sealed record SampleMilestone(string Title, int DueOn, int? CompletedOn = null);

internal sealed record SampleReport(
    string Key,
    string By,
    int On,
    int AsOf,
    decimal Value,
    string Narrative,
    string? Barriers = null,
    bool ReportsCompletion = false,
    SampleEvidence? Evidence = null,
    SampleReview? Accepted = null
);

/// <param name="File">Below the folder of the sample.</param>
internal sealed record SampleEvidence(string File, string Title);

/// <summary>What a reviewer decides, and why.</summary>
internal sealed record SampleReview(string By, int On, string Note);

internal sealed record SampleChange(string By, int On, int NewDueOn, ChangeReason Reason, string Explanation, SampleReview Rejected);

internal sealed record SampleAssessment(string By, int On, CompletionLevel Level, string Narrative);

internal sealed record SampleClosing(string By, int On, ClosingOutcome Outcome, string Narrative);
