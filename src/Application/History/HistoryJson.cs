using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipTracker.Application.History;

/// <summary>How the facts of an event are kept: camelCase, enums as words, ids as GUIDs, nothing that is null.</summary>
public static class HistoryJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TypedIdConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(object happened) => JsonSerializer.Serialize(happened, happened.GetType(), Options);

    public static JsonElement ToElement(object facts) => JsonSerializer.SerializeToElement(facts, facts.GetType(), Options);
}
