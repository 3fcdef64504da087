using FluentValidation;
using Microsoft.Extensions.Options;

namespace PartnershipTracker.Infrastructure.Configuration;

/// <summary>Validates settings with FluentValidation.</summary>
internal sealed class SettingsValidator<T>(string section, IValidator<T> rules) : IValidateOptions<T>
    where T : class
{
    /// <exception cref="ConfigurationException">The first rule that failed. It is thrown so that the message is the same wherever a wrong
    /// value is found.</exception>
    public ValidateOptionsResult Validate(string? name, T options)
    {
        if (rules.Validate(options).Errors is not [var wrong, ..]) return ValidateOptionsResult.Success;
        var key = $"{section}:{wrong.PropertyName.Replace('.', ':')}";
        throw new ConfigurationException(wrong.AttemptedValue is null
            ? $"{key} is missing; {wrong.ErrorMessage}."
            : $"{key} is '{wrong.AttemptedValue}', but must be {wrong.ErrorMessage}.");
    }
}
