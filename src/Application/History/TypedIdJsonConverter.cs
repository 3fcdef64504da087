using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipTracker.Application.History;

/// <summary>Writes typed ids such as <c>CommitmentId</c> as plain GUIDs.</summary>
internal sealed class TypedIdJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType
        && typeToConvert.Name.EndsWith("Id", StringComparison.Ordinal)
        && typeToConvert.GetProperty("Value")?.PropertyType == typeof(Guid);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct
    {
        private static readonly Func<TId, Guid> Value = typeof(TId).GetProperty("Value")!.GetMethod!.CreateDelegate<ByRef>() is { } get
            ? id => get(ref id)
            : null!;

        private delegate Guid ByRef(ref TId id);

        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (TId)Activator.CreateInstance(typeof(TId), reader.GetGuid())!;

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Value(value));
    }
}
