using FluentValidation;

namespace PartnershipTracker.Api.Common;

internal sealed class ProxyOptionsValidator : AbstractValidator<ProxyOptions>
{
    public ProxyOptionsValidator() =>
        RuleFor(p => p.Trusted)
            .Must((proxy, _) => proxy.Networks is not null)
            .WithMessage("IP addresses or networks such as 10.1.0.0/16, separated by commas");
}
