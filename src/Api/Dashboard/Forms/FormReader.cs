using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>
/// Reads a form as the JSON body of the same operation, so that page and API send the same command. Numbers are read as people write them.
/// An empty field is a missing member; a list of objects is read from rows, without those in which nothing is typed.
/// </summary>
internal sealed class FormReader(Form form)
{
    public static readonly JsonSerializerOptions Json = Options();

    /// <returns>Null if something is wrong.</returns>
    public T? Read<T>()
        where T : class
    {
        var body = ReadObject(typeof(T), "");
        return form.IsWrong ? null : body.Deserialize<T>(Json);
    }

    private JsonObject ReadObject(Type type, string prefix)
    {
        var body = new JsonObject();
        foreach (var member in Json.GetTypeInfo(type).Properties)
        {
            if (ReadMember(member, prefix + member.Name) is { } value)
                body[member.Name] = value;
        }

        return body;
    }

    private JsonNode? ReadMember(JsonPropertyInfo member, string field)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (ElementOf(type) is { } element)
            return ReadList(element, field, member.IsRequired);
        if (Json.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object)
            return member.IsRequired || IsTyped(field + ".") ? ReadObject(type, field + ".") : null;
        if (type == typeof(bool) && type == member.PropertyType)
            return form[field] is "true" or "on" or "yes";

        var typed = form[field].Trim();
        if (typed.Length > 0)
            return ReadValue(type, field, typed);
        if (type == typeof(string))
            return member.IsRequired ? "" : null;
        if (member.IsRequired && type == member.PropertyType)
            form.Add(field, Texts.Error("form.required"));
        return null;
    }

    /// <summary>Plain values are sent one by one, or one a line.</summary>
    private JsonArray? ReadList(Type element, string field, bool isRequired)
    {
        if (Json.GetTypeInfo(element).Kind == JsonTypeInfoKind.Object)
        {
            var rows = form.Compact(field);
            return rows == 0 && !isRequired ? null : [.. Enumerable.Range(0, rows).Select(row => ReadObject(element, $"{field}[{row}]."))];
        }

        var values = form.All(field)
            .SelectMany(value => value.Split('\n'))
            .Select(value => value.Trim())
            .Where(value => value.Length > 0)
            .ToList();
        return values.Count == 0 && !isRequired ? null : [.. values.Select(value => ReadValue(element, field, value))];
    }

    private JsonNode? ReadValue(Type type, string field, string typed)
    {
        if (type == typeof(string))
            return typed;
        if (type == typeof(bool))
            return typed is "true" or "on" or "yes";
        if (type == typeof(DateOnly))
            return ReadDay(field, typed) is { } day ? DateRules.Iso(day) : null;
        if (type == typeof(decimal))
            return ReadNumber(field, typed);
        if (type == typeof(int))
            return ReadNumber(field, typed) is { } number ? Whole(field, number) : null;
        if (type.IsEnum)
        {
            if (Array.Find(Enum.GetNames(type), name => name.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } word)
                return JsonNamingPolicy.CamelCase.ConvertName(word);
        }
        else if (type != typeof(Guid) || Guid.TryParse(typed, out _))
        {
            return typed;
        }

        form.Add(field, Texts.Page("input.choose"));
        return null;
    }

    private DateOnly? ReadDay(string field, string typed)
    {
        if (DateRules.TryRead(typed, out var day))
            return day;
        form.Add(field, Texts.Page("input.day.wrong", typed));
        return null;
    }

    private decimal? ReadNumber(string field, string typed)
    {
        if (!TypedNumber.TryRead(typed, out var number, out var isAmbiguous))
            form.Add(field, TypedNumber.Explain(typed, isAmbiguous));
        return number;
    }

    private JsonNode? Whole(string field, decimal number)
    {
        if (number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue)
            return (int)number;
        form.Add(field, Texts.Page("input.number.whole", Format.Number(number)));
        return null;
    }

    private bool IsTyped(string prefix) =>
        form.Fields.Any(field => field.StartsWith(prefix, StringComparison.Ordinal) && form[field].Trim().Length > 0);

    /// <returns>The type of the elements of a list; null if it is not a list.</returns>
    private static Type? ElementOf(Type type) =>
        type == typeof(string) ? null
        : type.IsArray ? type.GetElementType()
        : type.GetInterfaces().Prepend(type).FirstOrDefault(IsEnumerable)?.GetGenericArguments()[0];

    private static bool IsEnumerable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        ApiSetup.Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
