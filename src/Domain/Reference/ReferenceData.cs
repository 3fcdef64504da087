using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipTracker.Domain.Reference;

/// <summary>Reads the lists embedded from <c>Reference/Data</c>; each is read once, when it is first asked for.</summary>
internal static class ReferenceData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<T> Read<T>(string file)
    {
        using var stream =
            typeof(ReferenceData).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded in this assembly.");

        return JsonSerializer.Deserialize<List<T>>(stream, Options)!.AsReadOnly();
    }
}
