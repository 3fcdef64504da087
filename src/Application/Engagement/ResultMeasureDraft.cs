using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Engagement;

namespace PartnershipTracker.Application.Engagement;

/// <summary>How a result of community engagement is measured, and where it stands.</summary>
/// <param name="Baseline">The value before; null where it is unknown.</param>
/// <param name="Value">The last value; null where it is unknown.</param>
/// <param name="AsOf">The day of the value; given with it, and not in the future.</param>
public sealed record ResultMeasureDraft(
    CommunityResult Result,
    string Indicator,
    string Unit,
    decimal? Baseline = null,
    decimal? Value = null,
    DateOnly? AsOf = null
)
{
    public ResultMeasureTerms ToTerms() => new(Result, Indicator, Unit, Baseline, Value, AsOf);
}

internal sealed class ResultMeasureDraftValidator : AbstractValidator<ResultMeasureDraft>
{
    public ResultMeasureDraftValidator()
    {
        RuleFor(m => m.Result).IsKnownValue();
        RuleFor(m => m.Indicator).RequiredLine(Limits.Text);
        RuleFor(m => m.Unit).RequiredLine(Limits.Unit);
        RuleFor(m => m.Baseline).OptionalNumber();
        RuleFor(m => m.Value).OptionalNumber();
        RuleFor(m => m.AsOf).OptionalDay();
    }
}
