using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Demo;

/// <summary>The commitments that come of the dialogue and of an initiative, with claims and judgements.</summary>
internal sealed partial class PartnershipSample
{
    private readonly Dictionary<string, CommitmentId> _commitments = [];
    private readonly Dictionary<string, ProgressReportId> _reports = [];

    private void AddCommitment(SampleCommitment sample)
    {
        _days.On(sample.DraftedOn, () => DraftAsync(sample));
        _days.On(sample.SubmittedOn, () => As(sample.By, new SubmitCommitment(_commitments[sample.Key])));
        if (sample.Accepted is { } accepted)
            _days.On(accepted.On, () => As(accepted.By, new AcceptCommitment(_commitments[sample.Key], accepted.Note)));
        foreach (var milestone in sample.Terms.Milestones)
            if (milestone.CompletedOn is { } day)
                _days.On(day, () => CompleteAsync(sample, milestone.Title));
        foreach (var report in sample.Reports ?? [])
            AddReport(sample.Key, report);
        if (sample.RejectedChange is { } change)
            AddChange(sample.Key, change);
        foreach (var (by, on, level, narrative) in sample.Assessments ?? [])
            _days.On(on, () => As(by, new AssessCommitment(_commitments[sample.Key], level, narrative, _days.Date(on))));
        if (sample.Closed is { } closed)
            _days.On(
                closed.On,
                () => As(closed.By, new CloseCommitment(_commitments[sample.Key], closed.Outcome, closed.Narrative, _days.Date(closed.On)))
            );
    }

    /// <summary>It begins as a draft of what it comes from, and its officer completes the draft.</summary>
    private async Task DraftAsync(SampleCommitment sample)
    {
        var (own, title, due) = (_organizations[sample.Organization], sample.Terms.Title, _days.Date(sample.Terms.DueOn));
        var id = sample.Initiative is { } initiative
            ? await As(sample.By, new MakeCommitment(_initiatives[initiative], _partnership, own, title, due))
            : await As(
                sample.By,
                new DraftCommitmentOfOutcome(_dialogue, _outcomes[sample.Outcome!], own, await StepAsync(sample), title, due)
            );
        await As(sample.By, new ReviseCommitment(id, DraftOf(sample.Terms)));
        _commitments[sample.Key] = id;
    }

    private async Task<OutcomeStepId?> StepAsync(SampleCommitment sample)
    {
        if (sample is not { Outcome: { } key, Step: { } position })
            return null;
        var outcome = _outcomes[key];
        return await db.OutcomeSteps.Where(s => s.OutcomeId == outcome && s.Position == position).Select(s => s.Id).SingleAsync();
    }

    private CommitmentDraft DraftOf(SampleTerms terms) =>
        new()
        {
            Title = terms.Title,
            Description = terms.Description,
            Pillar = terms.Pillar,
            Themes = terms.Themes,
            SdgTargets = terms.SdgTargets,
            StartDate = _days.Date(terms.StartsOn),
            DueDate = _days.Date(terms.DueOn),
            Measure = new MeasureDraft(
                terms.Measure.Indicator,
                terms.Measure.Unit,
                terms.Measure.Baseline,
                _days.Date(terms.Measure.BaselineOn),
                terms.Measure.Target,
                terms.Measure.MeansOfVerification
            ),
            ReportingFrequency = terms.ReportingFrequency,
            Milestones = [.. terms.Milestones.Select(m => new MilestoneDraft(m.Title, _days.Date(m.DueOn)))],
            TargetGroup = terms.TargetGroup,
            Place = terms.Place,
            Resources = terms.Resources,
            FundingStatus = terms.FundingStatus,
            Risks = terms.Risks,
            StatedNeed = terms.StatedNeed,
        };

    private async Task CompleteAsync(SampleCommitment sample, string milestone)
    {
        var id = _commitments[sample.Key];
        var found = await db.Milestones.Where(m => m.CommitmentId == id && m.Title == milestone).Select(m => m.Id).SingleAsync();
        await As(sample.By, new CompleteMilestone(id, found));
    }

    private void AddReport(string commitment, SampleReport report)
    {
        _days.On(report.On, () => ReportAsync(_commitments[commitment], report));
        if (report.Accepted is { } accepted)
            _days.On(
                accepted.On,
                () => As(accepted.By, new AcceptProgressReport(_commitments[commitment], _reports[report.Key], accepted.Note))
            );
    }

    private async Task ReportAsync(CommitmentId id, SampleReport report)
    {
        var claim = new ReportProgress(
            id,
            _days.Date(report.AsOf),
            report.Narrative,
            report.Value,
            report.Barriers,
            report.ReportsCompletion
        );
        var reported = await As(report.By, claim);
        _reports[report.Key] = reported;
        if (report.Evidence is not { } evidence)
            return;
        await using var content = File.OpenRead(Path.Combine(_folder, evidence.File));
        await As(report.By, new AddEvidence(id, reported, Path.GetFileName(evidence.File), content, evidence.Title));
    }

    private void AddChange(string commitment, SampleChange change)
    {
        ChangeRequestId requested = default;
        var terms = new ChangeTerms(_days.Date(change.NewDueOn), change.Reason, change.Explanation);
        _days.On(change.On, async () => requested = await As(change.By, new RequestChange(_commitments[commitment], terms)));
        var (by, on, note) = change.Rejected;
        _days.On(on, () => As(by, new RejectChangeRequest(_commitments[commitment], requested, note)));
    }
}
