using MediatR;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Api.Demo;

/// <summary>What members propose, what others say to it, and the answers of the board.</summary>
internal sealed partial class PartnershipSample
{
    private readonly Dictionary<string, InitiativeId> _initiatives = [];

    private void AddInitiative(SampleInitiative sample)
    {
        _days.On(sample.On, () => ProposeAsync(sample));
        foreach (var support in sample.Supports)
            _days.On(support.On, () => As(support.By, new SupportInitiative(_initiatives[sample.Key], support.Text)));
        foreach (var comment in sample.Comments)
            _days.On(comment.On, () => As(comment.By, new CommentOnInitiative(_initiatives[sample.Key], comment.Text)));
        foreach (var concern in sample.Concerns)
            AddConcern(sample, concern);
        if (sample.Decision is { } decision)
            _days.On(decision.On, () => DecideAsync(_initiatives[sample.Key], decision));
    }

    private async Task ProposeAsync(SampleInitiative sample) =>
        _initiatives[sample.Key] = await As(
            sample.By,
            new ProposeInitiative(
                new InitiativeDraft
                {
                    Title = sample.Title,
                    Pillar = sample.Pillar,
                    Themes = sample.Themes,
                    Idea = sample.Idea,
                    Need = sample.Need,
                    Offer = sample.Offer,
                    Ask = sample.Ask,
                }
            )
        );

    private void AddConcern(SampleInitiative sample, SampleWords concern)
    {
        InitiativeConcernId raised = default;
        _days.On(concern.On, async () => raised = await As(concern.By, new RaiseConcern(_initiatives[sample.Key], concern.Text)));
        if (concern is { Answer: { } answer, AnsweredOn: { } day })
            _days.On(day, () => As(sample.By, new AnswerConcern(_initiatives[sample.Key], raised, answer)));
    }

    private Task<Unit> DecideAsync(InitiativeId id, SampleDecision decision) =>
        decision.Accepts
            ? As(decision.By, new AcceptInitiative(id, decision.Reason))
            : As(decision.By, new DeclineInitiative(id, decision.Reason));
}
