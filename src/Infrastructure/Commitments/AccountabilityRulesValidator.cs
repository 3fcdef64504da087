using FluentValidation;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Infrastructure.Configuration;

namespace PartnershipTracker.Infrastructure.Commitments;

internal sealed class AccountabilityRulesValidator : AbstractValidator<AccountabilityRules>
{
    public AccountabilityRulesValidator()
    {
        RuleFor(r => r.ReportDeadlineDays).Between(0, 365);
        RuleFor(r => r.ReviewDays).Between(1, 365);
        RuleFor(r => r.InitiativeDays).Between(1, 365);
        RuleFor(r => r.OffTrackMargin).Between(1, 100);
        RuleFor(r => r.LinkDays).Between(1, 365);
    }
}
