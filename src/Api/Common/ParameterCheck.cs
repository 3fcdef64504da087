using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Accepts enum values in the address as they are in JSON (<c>civilSociety</c>). The framework accepts only the C# name
/// (<c>CivilSociety</c>) or a number, which is not part of the API. A value with a NUL is refused, because PostgreSQL cannot store it.
/// </summary>
internal sealed class EnumQueryBinding(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (
            http.Request.Query.FirstOrDefault(q => q.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true)) is
            { Key: { } key } asked
        )
            throw new BadHttpRequestException($"Failed to bind parameter \"String {key}\" from \"{asked.Value}\".");
        foreach (var parameter in http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
            if (!type.IsEnum || WordOf(http.Request, parameter.Name) is not { Length: > 0 } word)
                continue;
            if (NameOf(type, word) is { } name)
                Rewrite(http.Request, parameter.Name, name);
            else
                throw new BadHttpRequestException($"Failed to bind parameter \"{type.Name} {parameter.Name}\" from \"{word}\".");
        }

        return next(http);
    }

    private static string? WordOf(HttpRequest request, string key) =>
        request.RouteValues.TryGetValue(key, out var value) ? (string?)value
        : request.Query.TryGetValue(key, out var values) && values is [var word] ? word
        : null;

    private static string? NameOf(Type type, string word) =>
        Enum.GetNames(type).FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static void Rewrite(HttpRequest request, string key, string value)
    {
        if (request.RouteValues.ContainsKey(key))
        {
            request.RouteValues[key] = value;
            return;
        }

        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        query[key] = value;
        request.QueryString = QueryString.Create(query);
    }
}
