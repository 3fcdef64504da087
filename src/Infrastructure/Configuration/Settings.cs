using FluentValidation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Configuration;

/// <summary>Binds and validates the settings of the operator. An invalid value ends the start with one sentence.</summary>
public static class Settings
{
    /// <summary>Fills <typeparamref name="T"/> from a section, property by property, and checks it before the program starts.</summary>
    /// <param name="rules">The message of a rule says what the value must be, e.g. "a whole number from 1 to 365".</param>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section, IValidator<T>? rules = null)
        where T : class
    {
        services
            .AddOptions<T>()
            .Configure<IConfiguration>((settings, configuration) => SettingsBinder.Bind(settings, configuration.GetSection(section)))
            .ValidateOnStart();
        if (rules is not null)
            services.AddSingleton<IValidateOptions<T>>(new SettingsValidator<T>(section, rules));
        services.AddSingleton(provider => new SettingsSection(section, typeof(T), provider.GetRequiredService<T>));
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }

    /// <summary>Reads one value that must be known while services are registered.</summary>
    /// <exception cref="ConfigurationException">The value is not a <typeparamref name="T"/>.</exception>
    public static T Setting<T>(this IConfiguration configuration, string key, T otherwise) =>
        Blank.ToNull(configuration[key]) is { } text ? (T)SettingsBinder.Convert(key, text, typeof(T)) : otherwise;

    public static IRuleBuilderOptions<T, int> Between<T>(this IRuleBuilder<T, int> rule, int min, int max) =>
        rule.InclusiveBetween(min, max).WithMessage($"a whole number from {min} to {max}");
}
