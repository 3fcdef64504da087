using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Configuration;

/// <summary>
/// Replaces the framework's binder, which treats a blank value as wrong, accepts a number for the name of an enum value, and reports errors
/// in words that only programmers understand.
/// </summary>
internal static class SettingsBinder
{
    /// <summary>Public properties are settings. A blank value counts as not set.</summary>
    public static void Bind(object settings, IConfiguration section)
    {
        foreach (var property in PropertiesOf(settings))
        {
            var setting = section.GetSection(property.Name);
            if (IsSection(property, settings))
                Bind(property.GetValue(settings)!, setting);
            else if (Blank.ToNull(setting.Value) is { } text)
                property.SetValue(settings, Convert(setting.Path, text, property.PropertyType));
        }
    }

    /// <summary>The properties that are settings, or classes of settings.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(object settings) =>
        settings.GetType().GetProperties().Where(property => property.CanWrite);

    /// <summary>Whether it is a class of further settings, such as <c>Mail:Smtp</c>.</summary>
    public static bool IsSection(PropertyInfo property, object settings) =>
        property.PropertyType.IsClass && property.PropertyType.Assembly == settings.GetType().Assembly;

    /// <exception cref="ConfigurationException">The text cannot be converted to this type.</exception>
    public static object Convert(string key, string text, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return text;
        if (type == typeof(bool) && bool.TryParse(text, out var yes))
            return yes;
        if (type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        if (type == typeof(Uri) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        if (type.IsEnum && Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
            return Enum.Parse(type, known);
        throw new ConfigurationException($"{key} is '{text}', but must be {ExpectedValue(type)}.");
    }

    private static string ExpectedValue(Type type)
    {
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(int))
            return "a whole number";
        if (type == typeof(Uri))
            return "an absolute http or https address";
        var names = Enum.GetNames(type);
        return $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }
}
