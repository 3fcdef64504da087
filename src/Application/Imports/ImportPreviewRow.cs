using System.Text.Json;
using PartnershipTracker.Application.History;

namespace PartnershipTracker.Application.Imports;

/// <summary>A row as the import understood it.</summary>
/// <param name="Line">The line of the file, or the row of the sheet, on which the row begins.</param>
/// <param name="Fields">Every field with a value, named as in the items: <c>title</c>, <c>organization.name</c>,
/// <c>milestones[0].dueDate</c>.</param>
public sealed record ImportPreviewRow(int Line, IReadOnlyDictionary<string, string> Fields)
{
    private const int MaxRows = 20;

    /// <returns>The first rows as JSON.</returns>
    internal static string Write(IEnumerable<ImportRow> rows) => HistoryJson.Write(rows.Take(MaxRows).Select(Of).ToList());

    internal static IReadOnlyList<ImportPreviewRow>? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<List<ImportPreviewRow>>(json, HistoryJson.Options);

    private static ImportPreviewRow Of(ImportRow row)
    {
        var fields = new Dictionary<string, string>();
        Flatten(HistoryJson.ToElement(row.Commitment with { Context = null }), "", fields);
        if (row.Commitment.Context is { } context)
            Flatten(HistoryJson.ToElement(context), "", fields);
        var others = new
        {
            row.SourceId,
            row.Organization,
            row.Partnership,
            row.MemberRole,
            row.Past,
            row.Progress,
            row.Successor,
        };
        Flatten(HistoryJson.ToElement(others), "", fields);
        return new ImportPreviewRow(row.Line, fields);
    }

    private static void Flatten(JsonElement value, string path, Dictionary<string, string> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Flatten(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", fields);
                break;
            case JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String):
                if (value.GetArrayLength() > 0)
                    fields[path] = string.Join(';', value.EnumerateArray().Select(item => item.GetString()));
                break;
            case JsonValueKind.Array:
                foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i)))
                    Flatten(item, $"{path}[{i}]", fields);
                break;
            default:
                fields[path] = value.ToString();
                break;
        }
    }
}
