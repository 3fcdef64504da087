using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Commitments;

internal sealed class CommitmentDraftValidator : AbstractValidator<CommitmentDraft>
{
    /// <summary>For files, which bring what was agreed before a term was retired.</summary>
    public CommitmentDraftValidator(IVocabulary vocabulary)
        : this(vocabulary, orRetired: true) { }

    /// <param name="orRetired">Whether a retired pillar or theme is taken.</param>
    public CommitmentDraftValidator(IVocabulary vocabulary, bool orRetired)
    {
        RuleFor(c => c.Title).RequiredLine(Limits.Title);
        RuleFor(c => c.Description).Optional(Limits.Narrative);
        RuleFor(c => c.SdgTargets).AtMost(Limits.SdgTargets);
        RuleForEach(c => c.SdgTargets).RequiredLine(Limits.CodeInput);
        RuleFor(c => c.CountryCodes).AtMost(Limits.Countries);
        RuleForEach(c => c.CountryCodes).RequiredLine(Limits.CodeInput);
        RuleFor(c => c.StartDate).OptionalDay();
        RuleFor(c => c.DueDate).OptionalDay();
        RuleFor(c => c.Pillar).IsTerm(vocabulary, VocabularyKind.Pillar, orRetired);
        RuleFor(c => c.Themes).AtMost(VocabularyTerm.MaxPerKind);
        RuleForEach(c => c.Themes).IsTerm(vocabulary, VocabularyKind.Theme, orRetired);
        RuleFor(c => c.ReportingFrequency).IsKnownValue();
        RuleFor(c => c.Measure!)
            .ChildRules(measure =>
            {
                measure.RuleFor(m => m.Indicator).OptionalLine(Limits.Text);
                measure.RuleFor(m => m.Unit).OptionalLine(Limits.Unit);
                measure.RuleFor(m => m.BaselineDate).OptionalDay();
                measure.RuleFor(m => m.Baseline).OptionalNumber();
                measure.RuleFor(m => m.Target).OptionalNumber();
                measure.RuleFor(m => m.MeansOfVerification).Optional(Limits.Text);
            })
            .When(c => c.Measure is not null);
        RuleFor(c => c.Milestones).AtMost(Milestone.MaxPerCommitment);
        RuleForEach(c => c.Milestones)
            .ChildRules(milestone =>
            {
                milestone.RuleFor(m => m.Title).RequiredLine(Limits.Title);
                milestone.RuleFor(m => m.DueDate).RequiredDay();
                milestone
                    .RuleFor(m => m.Weight)
                    .InclusiveBetween(Limits.MinWeight, Limits.MaxWeight)
                    .WithText("form.between", Limits.MinWeight, Limits.MaxWeight);
            });
        RuleFor(c => c.Funding!)
            .ChildRules(funding =>
            {
                funding.RuleFor(f => f.Amount).InclusiveBetween(0, Limits.Number).WithText("form.between", 0, Limits.Number);
                funding.RuleFor(f => f.Currency).RequiredLine(Limits.Currency);
            })
            .When(c => c.Funding is not null);
        RuleFor(c => c.TargetGroup).Optional(Limits.Text);
        RuleFor(c => c.Place).Optional(Limits.Text);
        RuleFor(c => c.Resources).Optional(Limits.Text);
        RuleFor(c => c.FundingStatus).Optional(Limits.Text);
        RuleFor(c => c.Risks).Optional(Limits.Text);
        RuleFor(c => c.StatedNeed).Optional(Limits.Text);
    }
}
