using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.Voices;
using PartnershipTracker.Application.Engagement;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Demo;

/// <summary>What communities say about claims, how they take part, and how all members see the partnership.</summary>
internal sealed partial class PartnershipSample
{
    private const string HealthCheckPath = "/health-check/";

    private void AddVoiceOf(SampleVoice sample)
    {
        if (sample.Invited is { } invited)
            _days.On(invited.On, () => InviteVoiceAsync(sample, invited));
        if (sample.Stance is not { } stance)
            return;
        VoiceId given = default;
        _days.On(sample.On, async () => given = await SpeakAsync(sample, stance));
        if (sample.Reply is { } reply)
            _days.On(reply.On, () => As(reply.By, new ReplyToVoice(PlaceOf(sample), given, reply.Text)));
    }

    private async Task InviteVoiceAsync(SampleVoice sample, SampleInvitation invited)
    {
        var (place, claim) = (PlaceOf(sample), ClaimOf(sample));
        await As(
            sample.By,
            new InviteVoice(
                claim.Kind,
                claim.Id,
                invited.Email,
                CommitmentId: place.CommitmentId?.Value,
                DialogueId: place.DialogueId?.Value,
                Name: invited.Name
            )
        );
    }

    private async Task<VoiceId> SpeakAsync(SampleVoice sample, VoiceStance stance)
    {
        var claim = ClaimOf(sample);
        var draft = new VoiceDraft(stance, sample.ShownAs, sample.Text, sample.Language, sample.Label);
        if (sample.Invited is { } invited)
            await Send(new GiveVoiceByLink(await TokenAsync(invited.Email, VoiceLinkPages.Path), draft));
        else
            await As(sample.By, new AddVoice(PlaceOf(sample), claim.Kind, claim.Id, draft));
        return await db.Voices.Where(v => v.ClaimId == claim.Id).OrderByDescending(v => v.Seq).Select(v => v.Id).FirstAsync();
    }

    private VoicePlace PlaceOf(SampleVoice sample) =>
        sample.Commitment is { } commitment ? VoicePlace.Of(_commitments[commitment]) : VoicePlace.Of(_dialogue);

    private VoiceClaim ClaimOf(SampleVoice sample) =>
        sample switch
        {
            { Outcome: { } outcome } => new VoiceClaim(VoiceClaimKind.Outcome, _outcomes[outcome].Value),
            { Report: { } report } => new VoiceClaim(VoiceClaimKind.ProgressReport, _reports[report].Value),
            _ => new VoiceClaim(VoiceClaimKind.Closing, _commitments[sample.Commitment!].Value),
        };

    private void AddEngagement(SampleEngagement sample)
    {
        foreach (var record in sample.Records)
            _days.On(record.On, () => InvolveAsync(record));
        foreach (var measure in sample.Measures)
            _days.On(measure.On, () => MeasureAsync(measure));
    }

    private Task<CommunityEngagementId> InvolveAsync(SampleInvolvement record)
    {
        var draft = new EngagementDraft(
            record.Phase,
            record.Level,
            _days.Date(record.From),
            record.Organization is { } key ? _organizations[key].Value : null,
            record.Community,
            record.Note,
            record.Until is { } until ? _days.Date(until) : null
        );
        return record.Commitment is { } commitment
            ? As(record.By, new RecordEngagement(null, _commitments[commitment], draft))
            : As(record.By, new RecordEngagement(_partnership, null, draft));
    }

    private Task<ResultMeasureId> MeasureAsync(SampleResult sample)
    {
        var draft = new ResultMeasureDraft(
            sample.Result,
            sample.Indicator,
            sample.Unit,
            sample.Baseline,
            sample.Value,
            _days.Date(sample.AsOf)
        );
        return sample.Commitment is { } commitment
            ? As(sample.By, new RecordResultMeasure(null, _commitments[commitment], draft))
            : As(sample.By, new RecordResultMeasure(_partnership, null, draft));
    }

    /// <summary>The round opens, its links are mailed, contacts answer, and it closes.</summary>
    private void AddHealthCheck(SampleHealthCheck round)
    {
        var closesOn = _days.Date(round.ClosesOn);
        _days.On(round.OpensOn, () => As(round.By, new OpenHealthCheckRound(_partnership, round.Period, null, closesOn)));
        _days.On(round.OpensOn, () => Send(new RunHealthChecks()));
        foreach (var answer in round.Answers)
            _days.On(answer.On, () => RateAsync(answer));

        // Its last day ends everywhere at noon UTC of the next day.
        _days.On(round.ClosesOn + 2, () => Send(new RunHealthChecks()));
    }

    private async Task RateAsync(SampleAnswer answer)
    {
        var ratings = answer.Ratings.Select(rating => (HealthRating)(rating ?? (int)HealthRating.CannotSay)).ToList();
        await Send(new AnswerHealthCheck(await TokenAsync(answer.Email, HealthCheckPath), ratings));
    }
}
