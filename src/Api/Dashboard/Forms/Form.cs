using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation.Results;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>
/// What was typed into a form, and what is wrong with it. The page shows both again, so that nothing is lost. A field has the name of the
/// member in the JSON body of the same operation, e.g. <c>measure.unit</c> or <c>milestones[0].title</c>, so that a refusal of a member is
/// shown at its field.
/// </summary>
public class Form
{
    /// <summary>The hidden fields of every form, which are not fields of a body.</summary>
    public const string OwnPrefix = "form-",
        KeyField = OwnPrefix + "key",
        VersionField = OwnPrefix + "version";

    private readonly Dictionary<string, List<string>> _typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly List<(string Field, string Message)> _errors = [];

    /// <summary>The first value of a field; empty where there is none.</summary>
    public string this[string field] => _typed.TryGetValue(field, out var values) && values.Count > 0 ? values[0] : "";

    /// <summary>The form is sent once for each key (docs/adr/0038).</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("n");

    /// <summary>The version of what the form changes, as it was when the form was opened; null where nothing can be overwritten.</summary>
    public int? Version { get; set; }

    /// <summary>The value of the button that was pressed; empty for the main one.</summary>
    public string Action => this["action"];

    /// <summary>What another person saved while this form was filled in; null if nobody did.</summary>
    public Form? Theirs { get; set; }

    /// <summary>What another person saved in a field meanwhile; null unless it differs from what is typed here.</summary>
    /// <remarks>An empty field and a missing one are the same, and so are several choices in any order.</remarks>
    public IReadOnlyList<string>? TheirsOf(string field) =>
        Theirs?.Given(field) is { } theirs && !theirs.ToHashSet().SetEquals(Given(field)) ? theirs : null;

    /// <summary>Where a form with this key led to before, if what is typed has changed since.</summary>
    public string? SentBefore { get; set; }

    public IFormFileCollection Files { get; init; } = new FormFileCollection();

    /// <summary>200 as long as nothing is wrong.</summary>
    public int Status { get; private set; } = StatusCodes.Status200OK;

    /// <summary>In the order in which they were found. Errors of the whole form have an empty field and come first.</summary>
    public virtual IEnumerable<(string Field, string Message)> Errors => _errors.OrderBy(e => e.Field.Length > 0);

    public bool IsWrong => _errors.Count > 0 || Theirs is not null || SentBefore is not null;

    public IEnumerable<string> Fields => _typed.Keys;

    public IReadOnlyList<string> All(string field) => _typed.GetValueOrDefault(field) ?? [];

    public bool Has(string field, string value) => All(field).Contains(value, StringComparer.OrdinalIgnoreCase);

    public IFormFile? File(string field) => Files.GetFile(field) is { FileName.Length: > 0 } file ? file : null;

    public void Set(string field, params IEnumerable<string> values) => _typed[field] = [.. values];

    /// <summary>Yes, no or unknown, for a field in which all three can be chosen.</summary>
    public void SetAnswer(string field, bool? answer) =>
        Set(
            field,
            answer switch
            {
                true => "true",
                false => "false",
                null => "",
            }
        );

    public void Remove(string field) => _typed.Remove(field);

    /// <summary>A form in which only a day is filled in.</summary>
    public static Form With(string field, DateOnly day)
    {
        var form = new Form();
        form.Set(field, DateRules.Iso(day));
        return form;
    }

    /// <summary>A form that is filled in with a body of the API, or with the details of what it changes.</summary>
    public static Form Of(object body, int? version = null)
    {
        var form = new Form { Version = version };
        form.Fill("", JsonSerializer.SerializeToNode(body, FormReader.Json));
        return form;
    }

    /// <summary>The same fields without errors, to be read a second time.</summary>
    public Form Copy()
    {
        var copy = new Form();
        foreach (var (field, values) in _typed)
            copy._typed[field] = values;
        return copy;
    }

    /// <summary>Reads the form as a body of the API. What cannot be read becomes an error of the form.</summary>
    /// <returns>Null if something is wrong.</returns>
    public T? Read<T>()
        where T : class => new FormReader(this).Read<T>();

    /// <summary>The positions of the rows of a list, e.g. of <c>milestones</c>.</summary>
    public IReadOnlyList<int> Rows(string list) =>
        [
            .. _typed
                .Keys.Where(field => field.StartsWith(list + "[", StringComparison.Ordinal))
                .Select(field => field[(list.Length + 1)..].Split(']')[0])
                .Where(position => int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .Select(position => int.Parse(position, CultureInfo.InvariantCulture))
                .Distinct()
                .Order(),
        ];

    /// <summary>Numbers the rows of a list anew, without the rows in which nothing is typed and without one that is removed.</summary>
    /// <returns>The number of rows.</returns>
    public int Compact(string list, int? without = null)
    {
        var (next, old) = (0, _typed.Where(f => f.Key.StartsWith(list + "[", StringComparison.Ordinal)).ToList());
        var rows = Rows(list);
        foreach (var (field, _) in old)
            _typed.Remove(field);
        foreach (var row in rows)
        {
            var start = $"{list}[{row}].";
            var fields = old.Where(f => f.Key.StartsWith(start, StringComparison.Ordinal)).ToList();
            if (row == without || fields.All(f => f.Value.All(string.IsNullOrWhiteSpace)))
                continue;
            foreach (var (field, values) in fields)
                _typed[$"{list}[{next}].{field[start.Length..]}"] = values;
            next++;
        }

        return next;
    }

    public string? ErrorOf(string field) => _errors.Find(e => e.Field == field).Message;

    /// <summary>The name of the field for the summary of errors.</summary>
    public string? LabelOf(string field) => _labels.GetValueOrDefault(field);

    public void SetLabel(string field, string label) => _labels[field] = label;

    /// <summary>A value in a list of plain values has no field of its own, so the error of the list names it.</summary>
    public void Add(IEnumerable<ValidationFailure> failures)
    {
        foreach (var failure in failures)
        {
            var field = FieldOf(failure.PropertyName);
            if (field.EndsWith(']'))
                Add(
                    field[..field.LastIndexOf('[')],
                    Texts.Page("input.item", Format.Name($"{failure.AttemptedValue}"), failure.ErrorMessage)
                );
            else
                Add(field, failure.ErrorMessage);
        }
    }

    public void Add(DomainException refusal) => Add(refusal.Field ?? "", Texts.Error(refusal.Code, refusal.Args));

    /// <summary>Only the first error of a field is shown.</summary>
    public virtual void Add(string field, string message)
    {
        if (field.Length == 0 || ErrorOf(field) is null)
            _errors.Add((field, message));
        Status = StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>Another person saved meanwhile: what they saved is shown beside what is typed here, and saving again replaces it.</summary>
    public void AnotherWasFirst(Form theirs)
    {
        (Theirs, Version) = (theirs, theirs.Version);
        Status = StatusCodes.Status409Conflict;
    }

    /// <summary>The form was sent before, with other content. It is sent again only if the button is pressed once more.</summary>
    public void WasSentBefore(string address)
    {
        (SentBefore, Key) = (address, Guid.NewGuid().ToString("n"));
        Status = StatusCodes.Status409Conflict;
    }

    /// <summary><c>Draft.Milestones[0].DueDate</c> → <c>milestones[0].dueDate</c>.</summary>
    protected virtual string FieldOf(string property) => Common.Problems.FieldName(property);

    /// <summary>Without empty values. Browsers send line breaks as CR and LF.</summary>
    private List<string> Given(string field) =>
        [.. All(field).Select(value => value.Trim().ReplaceLineEndings("\n")).Where(v => v.Length > 0)];

    private void Fill(string field, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                    Fill(field.Length == 0 ? name : $"{field}.{name}", value);
                break;
            case JsonArray items when items.Any(item => item is JsonObject):
                for (var i = 0; i < items.Count; i++)
                    Fill($"{field}[{i}]", items[i]);
                break;
            case JsonArray items:
                Set(field, items.Select(item => Typed(item!)));
                break;
            case not null:
                Set(field, Typed(node));
                break;
        }
    }

    /// <summary>Numbers as the reader writes them, without separators of thousands.</summary>
    private static string Typed(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.Number => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString("0.############", CultureInfo.CurrentCulture),
            JsonValueKind.String => value.GetValue<string>(),
            var kind => kind == JsonValueKind.True ? "true" : "",
        };
}
