using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipTracker.Application.Imports;

/// <summary>Reads <c>"template"</c> or <c>{"value": "template", "map": {…}, "default": "…", "whenEmpty": "…", "split": "…"}</c>.</summary>
internal sealed class MappedValueConverter : JsonConverter<MappedValue>
{
    public override MappedValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new MappedValue(reader.GetString()!);
        var written = JsonSerializer.Deserialize<Written>(ref reader, options) ?? throw new ImportProfileException("import.profileValue");
        return new MappedValue(written.Value, written.Map, written.Default, written.Split, written.WhenEmpty);
    }

    public override void Write(Utf8JsonWriter writer, MappedValue value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    private sealed record Written(
        string Value,
        Dictionary<string, string>? Map = null,
        string? Default = null,
        string? Split = null,
        string? WhenEmpty = null
    );
}
