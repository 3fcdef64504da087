using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

internal sealed class CommitmentDraftValidator : AbstractValidator<CommitmentDraft>
{
    /// <summary>Of a country or a target: no code is as long, but an unknown one is refused by its name.</summary>
    private const int CodeMaxLength = 20;
    private const int TextMaxLength = 2000;
    private const decimal MaxNumber = 1_000_000_000_000_000m;

    public CommitmentDraftValidator()
    {
        RuleFor(c => c.Title).RequiredLine(Commitment.TitleMaxLength);
        RuleFor(c => c.Description).Optional(8000);
        RuleFor(c => c.SdgTargets).NotEmpty().Format("form.required");
        RuleFor(c => c.SdgTargets).AtMost(169);
        RuleForEach(c => c.SdgTargets).RequiredLine(CodeMaxLength);
        RuleFor(c => c.CountryCodes).AtMost(250);
        RuleForEach(c => c.CountryCodes).RequiredLine(CodeMaxLength);
        RuleFor(c => c.StartDate).OptionalDay();
        RuleFor(c => c.DueDate).RequiredDay();
        RuleFor(c => c.Pillar).IsKnownValue();
        RuleForEach(c => c.Themes).IsKnownValue();
        RuleFor(c => c.ReportingFrequency).IsKnownValue();
        RuleFor(c => c.Measure!).ChildRules(measure =>
        {
            measure.RuleFor(m => m.Indicator).OptionalLine(TextMaxLength);
            measure.RuleFor(m => m.Unit).OptionalLine(ChangeRequest.UnitMaxLength);
            measure.RuleFor(m => m.BaselineDate).OptionalDay();
            measure.RuleFor(m => m.Baseline).InclusiveBetween(-MaxNumber, MaxNumber).Format("form.numberTooLarge");
            measure.RuleFor(m => m.Target).InclusiveBetween(-MaxNumber, MaxNumber).Format("form.numberTooLarge");
            measure.RuleFor(m => m.MeansOfVerification).Optional(TextMaxLength);
        }).When(c => c.Measure is not null);
        RuleFor(c => c.Milestones).AtMost(Milestone.MaxPerCommitment);
        RuleForEach(c => c.Milestones).ChildRules(milestone =>
        {
            milestone.RuleFor(m => m.Title).RequiredLine(Milestone.TitleMaxLength);
            milestone.RuleFor(m => m.DueDate).RequiredDay();
            milestone.RuleFor(m => m.Weight).InclusiveBetween(0.000001m, 1_000_000m).Format("form.between", 0.000001m, 1_000_000m);
        });
        RuleFor(c => c.Funding!).ChildRules(funding =>
        {
            funding.RuleFor(f => f.Amount).InclusiveBetween(0, MaxNumber).Format("form.between", 0, MaxNumber);
            funding.RuleFor(f => f.Currency).RequiredLine(3);
        }).When(c => c.Funding is not null);
        RuleFor(c => c.TargetGroup).Optional(TextMaxLength);
        RuleFor(c => c.Place).Optional(TextMaxLength);
        RuleFor(c => c.Resources).Optional(TextMaxLength);
        RuleFor(c => c.FundingStatus).Optional(TextMaxLength);
        RuleFor(c => c.Risks).Optional(TextMaxLength);
        RuleFor(c => c.StatedNeed).Optional(TextMaxLength);
    }
}
