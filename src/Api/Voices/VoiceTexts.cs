using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Voices;

/// <summary>Texts that the pages about voices share.</summary>
internal static class VoiceTexts
{
    /// <summary>The claim in a sentence: what is said, and for which day.</summary>
    public static string Of(VoiceClaimDetails claim) =>
        claim switch
        {
            { Kind: VoiceClaimKind.Closing, AsOf: { } day } => Texts.Page("voice.claim.closing", claim.ClosedAs, day),
            { Kind: VoiceClaimKind.Closing, ClosedAs: null } => Texts.Page("voice.claim.closing.undone"),
            { Kind: VoiceClaimKind.Outcome } => Texts.Page("voice.claim.outcome", Format.Name(claim.Title!)),
            { Kind: VoiceClaimKind.Closing } => Texts.Page("voice.claim.closing.noDay", claim.ClosedAs),
            { ReportsCompletion: true } => Texts.Page("voice.claim.complete", claim.AsOf),
            _ => Texts.Page("voice.claim.report", claim.AsOf),
        };

    /// <summary>"On the progress report for 1 November 2026".</summary>
    public static string On(VoiceDetails voice) =>
        voice.ClaimTitle is { } title
            ? Texts.Page("voice.on.titled", Format.Name(title))
            : On(voice.ClaimKind, voice.ClaimAsOf, voice.ClaimStands);

    /// <param name="stands">Whether the claim is still made.</param>
    public static string On(VoiceClaimKind kind, DateOnly? asOf, bool stands) =>
        (kind, asOf) switch
        {
            (VoiceClaimKind.Closing, { } undone) when !stands => Texts.Page("voice.on.closing.undone", undone),
            (VoiceClaimKind.ProgressReport, { } returned) when !stands => Texts.Page("voice.on.report.returned", returned),
            (_, { } day) => Texts.Page($"voice.on.{kind}", day),
            _ => Texts.Page($"voice.on.{kind}.noDay"),
        };

    /// <summary>"3 confirm, 1 partly, 2 dispute"; what nobody says is left out.</summary>
    public static string Counts(ClaimVoices claim) => Counts(claim.Count);

    public static string Counts(CommitmentVoices voices) => Counts(voices.Count);

    private static string Counts(Func<VoiceStance, int> count) =>
        string.Join(
            ", ",
            Enum.GetValues<VoiceStance>()
                .Where(stance => count(stance) > 0)
                .Select(stance => Texts.Count($"voice.count.{Links.Word(stance)}", count(stance)))
        );
}
