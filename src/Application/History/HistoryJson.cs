using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipTracker.Application.History;

/// <summary>How the facts of an event are stored: camelCase, enums as text, ids as GUIDs, null values left out.</summary>
public static class HistoryJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TypedIdJsonConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(object happened) => JsonSerializer.Serialize(happened, happened.GetType(), Options);

    public static JsonElement ToElement(object facts) => JsonSerializer.SerializeToElement(facts, facts.GetType(), Options);
}
