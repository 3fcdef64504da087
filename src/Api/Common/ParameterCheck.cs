using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Reads the values in the path and the query string before the framework does, which would name only the first one that is wrong. Enum
/// values are written as in JSON (<c>civilSociety</c>), not as in C#. A value with a NUL is refused, because PostgreSQL cannot store it.
/// </summary>
internal sealed class ParameterCheck(RequestDelegate next)
{
    /// <exception cref="MalformedRequestException">At least one value is missing or cannot be read.</exception>
    public Task InvokeAsync(HttpContext http)
    {
        List<Violation> wrong =
        [
            .. http
                .Request.Query.Where(q => q.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
                .Select(q => Violation.OfParameter(q.Key, "request.value", Texts.Error("form.controlCharacters"))),
        ];
        var parameters = http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        foreach (var parameter in parameters.Where(IsInAddress))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
            var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
            if (TextOf(http.Request, parameter.Name) is not { } text)
            {
                if (!parameter.IsOptional)
                    wrong.Add(Violation.OfParameter(name, "form.required", Texts.Error("form.required")));
            }
            else if (!ExpectedValue.CanRead(type, text))
                wrong.Add(Violation.OfParameter(name, "request.value", ExpectedValue.OfParameter(type, text)));
            else if (type.IsEnum)
                Rewrite(http.Request, parameter.Name, ExpectedValue.NameOf(type, text)!);
        }

        return wrong.Count == 0 ? next(http) : throw new MalformedRequestException(wrong);
    }

    private static bool IsInAddress(IParameterBindingMetadata parameter) =>
        (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string))
        && !parameter.ParameterInfo.IsDefined(typeof(Microsoft.AspNetCore.Mvc.FromFormAttribute), inherit: false);

    /// <summary>Null if it is missing. Several values of one name are one text, as for the framework.</summary>
    private static string? TextOf(HttpRequest request, string key) =>
        request.RouteValues.TryGetValue(key, out var value) ? (string?)value
        : request.Query.TryGetValue(key, out var values) ? values.ToString()
        : null;

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
