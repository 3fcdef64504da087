using FluentValidation;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Configuration;

namespace PartnershipTracker.Api.Startup;

internal static class BootstrapSetup
{
    public static IServiceCollection AddBootstrap(this IServiceCollection services) => services.AddScoped<Bootstrap>().AddSettings(
        "Bootstrap",
        new InlineValidator<BootstrapOptions> { rules => rules.RuleFor(b => b.Email).Must(email => email is null || Email.IsValid(email)).WithMessage("an email address") });

    /// <summary>Creates the configured key and the first person of the secretariat, once.</summary>
    public static Task BootstrapAsync(this WebApplication app) => app.AsSystemAsync((services, ct) => services.GetRequiredService<Bootstrap>().MakeAsync(ct));
}
