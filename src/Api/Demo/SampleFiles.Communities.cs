using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Demo;

/// <summary>What somebody of a community states on a claim, through an account of the community or by a link that it sends.</summary>
/// <param name="By">The account of the community organization.</param>
/// <param name="Outcome">Of the dialogue; or else a commitment is named.</param>
/// <param name="Report">The progress report of the commitment; its closing if left out.</param>
/// <param name="Stance">Left out where the person who was invited did not answer.</param>
/// <param name="Label">The name or role; left out for a protected person.</param>
internal sealed record SampleVoice(
    string By,
    int On,
    string? Outcome = null,
    string? Commitment = null,
    string? Report = null,
    SampleInvitation? Invited = null,
    VoiceStance? Stance = null,
    VoiceShownAs ShownAs = VoiceShownAs.Protected,
    string? Label = null,
    string? Text = null,
    string? Language = null,
    SampleWords? Reply = null
);

/// <summary>Somebody who is sent a link.</summary>
internal sealed record SampleInvitation(string Name, string Email, int On);

/// <param name="Records">Which community takes part in what.</param>
/// <param name="Measures">How the results are measured.</param>
internal sealed record SampleEngagement(IReadOnlyList<SampleInvolvement> Records, IReadOnlyList<SampleResult> Measures);

/// <param name="Commitment">The partnership as a whole if left out.</param>
/// <param name="Organization">Or a community in words.</param>
internal sealed record SampleInvolvement(
    string By,
    int On,
    EngagementPhase Phase,
    EngagementLevel Level,
    int From,
    int? Until = null,
    string? Commitment = null,
    string? Organization = null,
    string? Community = null,
    string? Note = null
);

/// <inheritdoc cref="SampleInvolvement"/>
internal sealed record SampleResult(
    string By,
    int On,
    CommunityResult Result,
    string Indicator,
    string Unit,
    decimal Baseline,
    decimal Value,
    int AsOf,
    string? Commitment = null
);

/// <summary>A round of the health check.</summary>
/// <param name="By">An officer of a lead member.</param>
/// <param name="ClosesOn">The last day on which it can be answered.</param>
internal sealed record SampleHealthCheck(string By, string Period, int OpensOn, int ClosesOn, IReadOnlyList<SampleAnswer> Answers);

/// <param name="Email">Of the contact who answers.</param>
/// <param name="Ratings">For each statement in the order of the form 1 to 5, or null for "cannot say".</param>
internal sealed record SampleAnswer(string Email, int On, IReadOnlyList<int?> Ratings);
