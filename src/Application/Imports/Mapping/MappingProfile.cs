using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>Writes a mapping as a profile, and reads it back from one.</summary>
internal static class MappingProfile
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="mapping">A valid mapping whose partnership has a start date.</param>
    /// <returns>The profile as JSON.</returns>
    public static string Write(ImportMapping mapping) => Node(mapping).ToJsonString(Readable);

    /// <returns>Null if the profile says more than a mapping can.</returns>
    public static ImportMapping? Read(string profile)
    {
        try
        {
            return JsonNode.Parse(profile) is JsonObject json && Read(json) is { } mapping && JsonNode.DeepEquals(Node(mapping), json)
                ? mapping
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonObject Node(ImportMapping mapping)
    {
        var (organization, commitment, milestones) = (new JsonObject(), new JsonObject(), new JsonArray());
        foreach (var field in ImportField.All)
            if (Value(mapping, field) is { } value)
                Put(field, value);
        foreach (var milestone in milestones.OfType<JsonObject>().Where(m => m["dueDate"] is not null && m["title"] is null))
            milestone["title"] = Literal(ColumnOf(milestone["dueDate"]!) ?? "");
        if (milestones.Count > 0)
            commitment["milestones"] = milestones;
        if (commitment["funding"] is JsonObject funding && funding["amount"] is null)
            commitment.Remove("funding");
        commitment["incomplete"] = Word(mapping.Incomplete);
        var profile = new JsonObject
        {
            ["partnership"] = new JsonObject
            {
                ["name"] = mapping.Partnership.Name,
                ["startDate"] = mapping.Partnership.StartDate?.ToString("O", CultureInfo.InvariantCulture),
            },
            ["organization"] = organization,
            ["commitment"] = commitment,
            ["partialDates"] = Word(mapping.PartialDates),
            ["knownWords"] = true,
        };
        if (mapping.File is { } file && file != FileLayout.Default)
            profile["file"] = File(file);
        if (mapping.DateFormats is { Count: > 0 } formats)
            profile["dateFormats"] = List(formats);
        if (mapping.DateOrder is { } order)
            profile["dateOrder"] = Word(order);
        if (mapping.DecimalMark is { } mark)
            profile["decimalMark"] = Word(mark);
        if (mapping.Empty is { Count: > 0 } empty)
            profile["empty"] = List(empty);
        return profile;

        void Put(ImportField field, JsonNode value)
        {
            var path = field.Path.Split('.');
            if (path[0] == "organization")
                organization[path[1]] = value;
            else if (path[0].StartsWith("milestones[", StringComparison.Ordinal))
                Milestone(path[0])[path[1]] = value;
            else if (path.Length == 2)
                Member(commitment, path[0])[path[1]] = value;
            else
                commitment[path[0]] = field.IsList ? new JsonArray(value) : value;
        }

        // Milestones that the mapping skips leave no gap.
        JsonObject Milestone(string path)
        {
            var name = int.Parse(path[11..^1], CultureInfo.InvariantCulture);
            var at = Enumerable.Range(0, name).Count(i => mapping.Has($"milestones[{i}].dueDate"));
            while (milestones.Count <= at)
                milestones.Add(new JsonObject());
            return (JsonObject)milestones[at]!;
        }
    }

    private static JsonNode? Value(ImportMapping mapping, ImportField field)
    {
        var (column, whenEmpty) = (
            mapping.Columns.FirstOrDefault(c => c.Field == field.Path),
            (mapping.Fixed ?? []).FirstOrDefault(f => f.Field == field.Path)?.Value
        );
        if (column is null)
            return whenEmpty is null ? null : Literal(whenEmpty);
        var template = $"{{{column.Column}}}";
        if (column.Words is not { Count: > 0 } && whenEmpty is null && column.Split is null)
            return template;
        var value = new JsonObject { ["value"] = template };
        if (column.Words is { Count: > 0 } words)
        {
            var map = new JsonObject();
            foreach (var word in words.DistinctBy(w => w.Word.Trim(), StringComparer.OrdinalIgnoreCase))
                map[word.Word.Trim()] = Literal(word.Value ?? "");
            value["map"] = map;
        }

        if (column.Split is { } split)
            value["split"] = split;
        if (whenEmpty is not null)
            value["whenEmpty"] = Literal(whenEmpty);
        return value;
    }

    private static ImportMapping Read(JsonObject json)
    {
        var (columns, values) = (new List<MappedColumn>(), new List<FixedValue>());
        var commitment = json["commitment"]!.AsObject();
        foreach (var field in ImportField.All)
        {
            var path = field.Path.Split('.');
            var node = path switch
            {
                ["organization", var name] => json["organization"]![name],
                [var milestone, var part] when milestone.StartsWith("milestones[", StringComparison.Ordinal) => At(
                    commitment["milestones"],
                    int.Parse(milestone[11..^1], CultureInfo.InvariantCulture)
                )?[part],
                [var group, var name] => commitment[group]?[name],
                [var name] when field.IsList => At(commitment[name], 0),
                _ => commitment[path[0]],
            };
            if (node is not null)
                Read(field.Path, node, columns, values);
        }

        // The title of a milestone that has no column is the heading of its date.
        values.RemoveAll(value =>
            value.Field.EndsWith("].title", StringComparison.Ordinal)
            && columns.Exists(c =>
                c.Field == value.Field.Replace("].title", "].dueDate", StringComparison.Ordinal) && c.Column == value.Value
            )
        );
        var partnership = json["partnership"]!;
        return new ImportMapping(
            new MappedPartnership(
                (string)partnership["name"]!,
                DateOnly.Parse((string)partnership["startDate"]!, CultureInfo.InvariantCulture)
            ),
            columns,
            values.Count == 0 ? null : values,
            json["file"] is { } file
                ? new FileLayout((string?)file["sheet"], (int?)file["headingRow"], Enum<TextEncoding>(file["encoding"]))
                : null,
            Texts(json["dateFormats"]),
            Enum<DateOrder>(json["dateOrder"]),
            Enum<PartialDates>(json["partialDates"]) ?? PartialDates.LastDay,
            Enum<DecimalMark>(json["decimalMark"]),
            Texts(json["empty"]),
            Enum<IncompleteRows>(commitment["incomplete"]) ?? IncompleteRows.Refuse
        );
    }

    private static void Read(string field, JsonNode node, List<MappedColumn> columns, List<FixedValue> values)
    {
        var template = new Template((string?)(node is JsonObject written ? written["value"] : node) ?? "").Parts;
        if (node is not JsonObject value)
        {
            if (template is [(var text, true)])
                columns.Add(new MappedColumn(text, field));
            else if (template is [(var literal, false)])
                values.Add(new FixedValue(field, literal));
            return;
        }

        if (template is not [(var column, true)])
            return;
        var words = value["map"]?.AsObject().Select(entry => new MappedWord(entry.Key, TextOf((string)entry.Value!))).ToList();
        columns.Add(new MappedColumn(column, field, words, (string?)value["split"]));
        if ((string?)value["whenEmpty"] is { } whenEmpty)
            values.Add(new FixedValue(field, TextOf(whenEmpty)));
    }

    private static string TextOf(string literal) => new Template(literal).Parts is [(var text, false)] ? text : "";

    private static string? ColumnOf(JsonNode value) =>
        new Template((string?)(value is JsonObject written ? written["value"] : value) ?? "").Columns.FirstOrDefault();

    private static JsonNode? At(JsonNode? list, int index) => list is JsonArray array && index < array.Count ? array[index] : null;

    private static JsonObject Member(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject member)
            parent[name] = member = [];
        return member;
    }

    private static JsonObject File(FileLayout layout)
    {
        var file = new JsonObject();
        if (layout.Sheet is { } sheet)
            file["sheet"] = sheet;
        if (layout.HeadingRow is { } row)
            file["headingRow"] = row;
        if (layout.Encoding is { } encoding)
            file["encoding"] = Word(encoding);
        return file;
    }

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static List<string>? Texts(JsonNode? list) => list?.AsArray().Select(text => (string)text!).ToList();

    private static string Literal(string text) =>
        text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static TEnum? Enum<TEnum>(JsonNode? word)
        where TEnum : struct, Enum => word is null ? null : System.Enum.Parse<TEnum>((string)word!, ignoreCase: true);
}
