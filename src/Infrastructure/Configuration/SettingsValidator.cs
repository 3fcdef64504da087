using FluentValidation;
using Microsoft.Extensions.Options;

namespace PartnershipTracker.Infrastructure.Configuration;

/// <summary>Lets the rules of FluentValidation decide whether settings make sense.</summary>
internal sealed class SettingsValidator<T>(string section, IValidator<T> rules) : IValidateOptions<T>
    where T : class
{
    /// <exception cref="ConfigurationException">The first rule that is broken; thrown, so that a wrong value reads the same wherever it is found.</exception>
    public ValidateOptionsResult Validate(string? name, T options)
    {
        if (rules.Validate(options).Errors is not [var wrong, ..]) return ValidateOptionsResult.Success;
        var key = $"{section}:{wrong.PropertyName.Replace('.', ':')}";
        throw new ConfigurationException(wrong.AttemptedValue is null
            ? $"{key} is missing; {wrong.ErrorMessage}."
            : $"{key} is '{wrong.AttemptedValue}', but must be {wrong.ErrorMessage}.");
    }
}
