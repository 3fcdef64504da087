using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Lets values of a list be written in the query string as they are in JSON (<c>civilSociety</c>): the framework would only take the
/// name as C# spells it (<c>CivilSociety</c>), or a number.
/// </summary>
internal sealed class QueryWords(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var words = http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        foreach (var parameter in words)
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
            if (type.IsEnum && http.Request.Query.TryGetValue(parameter.Name, out var values) && values is [{ } word] && NameOf(type, word) is { } name)
                Rewrite(http.Request, parameter.Name, name);
        }

        return next(http);
    }

    private static string? NameOf(Type type, string word) => Enum.GetNames(type).FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static void Rewrite(HttpRequest request, string key, string value)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        query[key] = value;
        request.QueryString = QueryString.Create(query);
    }
}
