using FluentValidation;

namespace PartnershipTracker.Api.Demo;

internal sealed class DemoOptionsValidator : AbstractValidator<DemoOptions>
{
    public DemoOptionsValidator() =>
        RuleFor(d => d.Samples)
            .Must((demo, _) => demo.ChosenSamples.All(DemoOptions.ExistingSamples.Contains))
            .When(demo => demo.Enabled)
            .WithMessage(_ => $"one or more of {string.Join(", ", DemoOptions.ExistingSamples)}");
}
